'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextArea, TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import type { BalasanView } from '@/lib/contract/balasan-cepat'
import { JUDUL_MAX, PINTASAN_MAX } from '@/lib/domain/balasan-cepat'
import { PESAN_MAX } from '@/lib/domain/pesan'
import { balasanChanged } from './known-balasan'
import styles from './meja.module.css'

interface Props {
  /** What it begins with; one with an id is changed. */
  readonly balasan: { readonly id?: string; readonly pintasan: string; readonly judul: string; readonly isi: string }
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onKept: (kept: BalasanView) => void
}

/** Keeps a quick reply, new or changed. It is open as long as it is there. */
export function BalasanDialog({ balasan: { id, pintasan, judul, isi }, onOpenChange, onKept }: Props) {
  const t = useTranslations('meja.balasan')
  const tu = useTranslations('umum')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const json = { pintasan: String(data.get('pintasan')), judul: String(data.get('judul')), isi: String(data.get('isi')) }
    void submit(async () => {
      const kept = id ? await askFor('PUT /balasan-cepat/{id}', { id, json }) : await askFor('POST /balasan-cepat', { json })
      balasanChanged()
      onKept(kept.data)
      onOpenChange(false)
      return false
    })
  }
  return (
    <Dialog title={id ? t('ubahNama', { judul }) : t('tambah')} closeLabel={tu('tutup')} open onOpenChange={onOpenChange}>
      <form ref={form} className={styles.stack} method="post" noValidate onSubmit={onSubmit}>
        <FormAlert message={message} errors={errors} />
        <TextField
          label={t('pintasan')}
          hint={t('pintasanPetunjuk')}
          name="pintasan"
          defaultValue={pintasan}
          maxLength={PINTASAN_MAX}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          errors={errors.pintasan}
          required
        />
        <TextField label={t('namaJudul')} name="judul" defaultValue={judul} maxLength={JUDUL_MAX} errors={errors.judul} required />
        <TextArea
          label={t('teks')}
          hint={t('petunjuk')}
          name="isi"
          rows={6}
          maxLength={PESAN_MAX}
          dir="auto"
          defaultValue={isi}
          errors={errors.isi}
          required
        />
        <SubmitFoot name={t('simpan')} busy={busy} />
      </form>
    </Dialog>
  )
}
