'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'
import type { ProfilView } from '@/lib/contract/profil'
import styles from './profil.module.css'
import { LeastFields, MoreFields, readFacts, WhoFields } from './profil-fields'

interface Props {
  readonly title: string
  /** Whom it changes; null adds somebody. */
  readonly profil: ProfilView | null
  /** Only what a dokter must know, for somebody who is about to book. */
  readonly brief?: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onKept: (profil: ProfilView) => void
}

/** Adds somebody of the family, or changes what is known of somebody. It is open as long as it is there. */
export function ProfilDialog({ title, profil, brief = false, onOpenChange, onKept }: Props) {
  const t = useTranslations('profil')
  const tu = useTranslations('umum')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    void submit(async () => {
      onKept(await keep(profil, data))
      onOpenChange(false)
      return false
    })
  }
  return (
    <Dialog title={title} closeLabel={tu('tutup')} open onOpenChange={onOpenChange}>
      <form ref={form} className={styles.stack} method="post" noValidate onSubmit={onSubmit}>
        <FormAlert message={message} errors={errors} />
        <WhoFields profil={profil} errors={errors} />
        <LeastFields profil={profil} errors={errors} required={profil === null} />
        {!brief && <MoreFields profil={profil} errors={errors} />}
        <SubmitFoot name={t('halaman.simpan')} busy={busy} />
      </form>
    </Dialog>
  )
}

async function keep(profil: ProfilView | null, data: FormData): Promise<ProfilView> {
  const said = { nama: String(data.get('nama')), ...readFacts(data) }
  const hubungan = (data.get('hubungan') ?? undefined) as JsonOf<'PUT /profil/{id}'>['hubungan']
  if (profil) return (await askFor('PUT /profil/{id}', { id: profil.id, json: { ...said, hubungan } })).data
  const json = { ...said, hubungan: hubungan ?? 'anak', tanggal_lahir: said.tanggal_lahir ?? '' }
  return (await askFor('POST /profil', { json })).data
}
