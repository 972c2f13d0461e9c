'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import styles from '@/app/_meja/meja.module.css'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextArea, TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import { CATATAN_PRIBADI_MAX } from '@/lib/domain/penanda'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** For its dokter alone: when to be reminded of this konsultasi, and a note. */
export function NoteDialog({ onOpenChange }: Props) {
  const t = useTranslations('meja.tanda')
  const tu = useTranslations('umum')
  const { store } = usePercakapan()
  const { id, penanda } = useThread(({ konsultasi }) => konsultasi)
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const at = new Date(String(data.get('ingatkan_pada')))
    void submit(async () => {
      const json = {
        ingatkan_pada: Number.isNaN(at.getTime()) ? null : at.toISOString(),
        catatan_pribadi: String(data.get('catatan_pribadi')),
      }
      const kept = await askFor('PUT /konsultasi/{id}/penanda', { id, json })
      store.foldKonsultasi({ ...store.snapshot().konsultasi, penanda: kept.data })
      onOpenChange(false)
      return false
    })
  }
  return (
    <Dialog title={t('judul')} description={t('isi')} closeLabel={tu('tutup')} open onOpenChange={onOpenChange}>
      <form ref={form} className={styles.stack} method="post" noValidate onSubmit={onSubmit}>
        <FormAlert message={message} errors={errors} />
        <TextField
          label={t('ingatkan')}
          hint={t('ingatkanPetunjuk')}
          name="ingatkan_pada"
          type="datetime-local"
          defaultValue={penanda?.ingatkan_pada ? localOf(penanda.ingatkan_pada) : ''}
          errors={errors.ingatkan_pada}
        />
        <TextArea
          label={t('tulis')}
          name="catatan_pribadi"
          maxLength={CATATAN_PRIBADI_MAX}
          defaultValue={penanda?.catatan_pribadi ?? ''}
          dir="auto"
          errors={errors.catatan_pribadi}
        />
        <SubmitFoot name={t('simpan')} busy={busy} />
      </form>
    </Dialog>
  )
}

/** As the field of this device wants it: local, to the minute. */
function localOf(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
