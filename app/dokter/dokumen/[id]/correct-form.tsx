'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useCallback, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { useKeptState } from '@/app/_form/use-kept-state'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { TextField } from '@/app/_ui/field/text-field'
import { below } from '@/app/dokter/_naskah/fields'
import { IsiFields } from '@/app/dokter/_naskah/isi-fields'
import styles from '@/app/dokter/_naskah/naskah.module.css'
import { openPreview } from '@/app/dokter/_naskah/open-preview'
import { type Naskah, newNaskah, terketikOf } from '@/lib/client/naskah/naskah'
import { issue, preview } from '@/lib/client/naskah/penutup'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { ProfilView } from '@/lib/contract/profil'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

interface Props {
  readonly penggunaId: string
  readonly dokumen: DokumenView
  readonly profil: ProfilView
}

interface Terketik {
  readonly naskah: Naskah
  readonly alasan: string
}

/** The next version of a dokumen, begun with what this one says. A lost answer issues nothing twice. */
export function CorrectForm({ penggunaId, dokumen, profil }: Props) {
  const t = useTranslations('dokumen')
  const tn = useTranslations('naskah')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const read = useCallback((draft: string) => readKoreksi(draft, dokumen.jenis), [dokumen.jenis])
  const { state, change, forget } = useKeptState<Terketik>({
    penggunaId,
    place: `${dokumen.id}:koreksi`,
    begin: () => ({ naskah: newNaskah(dokumen.jenis, terketikOf(dokumen)), alasan: '' }),
    write: JSON.stringify,
    read,
  })
  const { naskah, alasan } = state
  const koreksi = { menggantikan: dokumen.id, alasan }
  const see = () =>
    submit(async () => {
      await openPreview(() => preview(dokumen.konsultasi_id, naskah, koreksi))
      return false
    })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(async () => {
      const { id } = await issue(dokumen.konsultasi_id, naskah, koreksi)
      forget()
      router.push(`/dokter/dokumen/${id}`)
      return true
    })
  }
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <Card>
        <IsiFields
          naskah={naskah}
          change={(isi) => change((now) => ({ ...now, naskah: { ...now.naskah, isi } as Naskah }))}
          errorsOf={below((field) => errors[field], 'isi')}
          profil={profil}
          konsultasiId={dokumen.konsultasi_id}
        />
      </Card>
      <TextField
        label={t('koreksiAlasan')}
        maxLength={ALASAN_MAX}
        autoComplete="off"
        value={alasan}
        errors={errors.alasan}
        onChange={({ target }) => change((now) => ({ ...now, alasan: target.value }))}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('koreksiTerbitkan')}
        </Button>
        <Button icon="eye" busy={busy} onClick={() => void see()}>
          {tn('penutup.pratinjau', { apa: tn(`judul.${dokumen.jenis}`) })}
        </Button>
      </div>
    </form>
  )
}

function readKoreksi(draft: string, jenis: DokumenView['jenis']): Terketik | null {
  try {
    const kept = JSON.parse(draft) as Terketik
    return kept.naskah.jenis === jenis && kept.naskah.isi && typeof kept.alasan === 'string' ? kept : null
  } catch {
    return null
  }
}
