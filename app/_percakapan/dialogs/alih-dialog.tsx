'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import styles from '@/app/_meja/meja.module.css'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { Select, TextArea } from '@/app/_ui/field/text-field'
import { Spinner } from '@/app/_ui/spinner'
import { askFor } from '@/lib/client/api/api'
import type { DokterView } from '@/lib/contract/pengguna'
import { ISI_ALIH_MAX } from '@/lib/domain/alih'

const PARTS = ['situasi', 'latar', 'penilaian', 'saran'] as const

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Its dokter proposes that another one goes on, and says what they need to know. */
export function AlihDialog({ onOpenChange }: Props) {
  const t = useTranslations('meja.alih')
  const tu = useTranslations('umum')
  const { me, store } = usePercakapan()
  const id = useThread(({ konsultasi }) => konsultasi.id)
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const [others, setOthers] = useState<readonly DokterView[] | null>(null)
  const tg = useTranslations('galat')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    askFor('GET /dokter').then(
      ({ data }) => setOthers(data.filter((one) => one.id !== me.id && one.tersedia)),
      () => refuse({ message: tg('jaringan') }),
    )
  }, [])
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const said = (name: string) => String(data.get(name) ?? '')
    const json = {
      dokter_id: said('dokter_id'),
      situasi: said('situasi'),
      latar: said('latar'),
      penilaian: said('penilaian'),
      saran: said('saran'),
    }
    void submit(async () => {
      const proposed = await askFor('POST /konsultasi/{id}/alih', { id, json })
      store.foldKonsultasi({ ...store.snapshot().konsultasi, alih: proposed.data })
      void store.catchUp()
      onOpenChange(false)
      return false
    })
  }
  return (
    <Dialog title={t('judul')} description={t('isi')} closeLabel={tu('tutup')} open onOpenChange={onOpenChange}>
      <form ref={form} className={styles.stack} method="post" noValidate onSubmit={onSubmit}>
        <FormAlert message={message} errors={errors} />
        {others === null && !message && <Spinner />}
        {others?.length === 0 && <p role="status">{t('tanpaDokter')}</p>}
        <Select label={t('dokter')} name="dokter_id" defaultValue="" errors={errors.dokter_id} required>
          <option value="" disabled>
            {t('pilih')}
          </option>
          {(others ?? []).map((one) => (
            <option key={one.id} value={one.id}>{`${one.nama} · ${one.spesialisasi}`}</option>
          ))}
        </Select>
        {PARTS.map((part) => (
          <TextArea
            key={part}
            label={t(part)}
            hint={t(`${part}Petunjuk`)}
            name={part}
            rows={2}
            maxLength={ISI_ALIH_MAX}
            dir="auto"
            errors={errors[part]}
            required
          />
        ))}
        <SubmitFoot name={t('kirim')} busy={busy} />
      </form>
    </Dialog>
  )
}
