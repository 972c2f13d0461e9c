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
import { askFor } from '@/lib/client/api/api'
import { isiOf, type Naskah, newNaskah, terketikOf } from '@/lib/client/naskah/naskah'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { ProfilView } from '@/lib/contract/profil'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

interface Props {
  readonly penggunaId: string
  readonly dokumen: DokumenView
  readonly profil: ProfilView
}

interface Koreksi {
  readonly naskah: Naskah
  readonly alasan: string
}

/** The next version of a dokumen, begun with what this one says. A lost answer issues nothing twice. */
export function CorrectForm({ penggunaId, dokumen, profil }: Props) {
  const t = useTranslations('dokumen')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const read = useCallback((draft: string) => readKoreksi(draft, dokumen.jenis), [dokumen.jenis])
  const { state, change, forget } = useKeptState<Koreksi>({
    penggunaId,
    place: `${dokumen.id}:koreksi`,
    begin: () => ({ naskah: newNaskah(dokumen.jenis, terketikOf(dokumen)), alasan: '' }),
    write: JSON.stringify,
    read,
  })
  const { naskah, alasan } = state
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(async () => {
      const { jenis, client_id } = naskah
      const json = { jenis, isi: isiOf(naskah), menggantikan: dokumen.id, alasan, client_id }
      const { data } = await askFor('POST /konsultasi/{id}/dokumen', { id: dokumen.konsultasi_id, json })
      forget()
      router.push(`/dokter/dokumen/${data.id}`)
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
      </div>
    </form>
  )
}

function readKoreksi(draft: string, jenis: DokumenView['jenis']): Koreksi | null {
  try {
    const kept = JSON.parse(draft) as Koreksi
    return kept.naskah.jenis === jenis && kept.naskah.isi && typeof kept.alasan === 'string' ? kept : null
  } catch {
    return null
  }
}
