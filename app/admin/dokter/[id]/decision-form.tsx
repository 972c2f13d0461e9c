'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { TextArea, TextField } from '@/app/_ui/field/text-field'
import { useDone } from '@/app/admin/_tindakan/after-deed'
import styles from '@/app/admin/dokter/dokter.module.css'
import { ask } from '@/lib/client/api/api'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

type Dokter = Pick<DokterVerifikasiView, 'id' | 'nama' | 'status' | 'sip_berlaku_sampai'>

/** Verifies, or refuses with a reason; the date of the SIP goes along with either. */
export function DecisionForm({ dokter: { id, nama, status, sip_berlaku_sampai } }: { dokter: Dokter }) {
  const t = useTranslations('admin.dokter')
  const tf = useTranslations('admin.keputusan')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const done = useDone()
  useHeldForm(form)
  const refusal = status === 'terverifikasi' ? 'cabut' : 'tolak'

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const alasan = String(typed.get('alasan')).trim()
    const disetujui = event.nativeEvent.submitter?.getAttribute('value') === 'ya'
    if (!disetujui && !alasan) return refuse({ errors: { alasan: [tf('alasanWajib')] } })
    const json = { disetujui, alasan: alasan || null, sip_berlaku_sampai: String(typed.get('sip_berlaku_sampai')) || null }
    void submit(async () => {
      await ask('PUT /admin/dokter/{id}/verifikasi', { id, json })
      done(t(disetujui ? 'disetujui' : `${refusal}.selesai`, { nama }))
      return false
    })
  }
  return (
    <form ref={form} className={styles.decision} method="post" noValidate onSubmit={onSubmit} {...held}>
      <FormAlert message={message} errors={errors} />
      <TextField
        label={tf('sip')}
        name="sip_berlaku_sampai"
        type="date"
        max="2199-12-31"
        defaultValue={sip_berlaku_sampai ?? ''}
        hint={tf('sipPetunjuk')}
        errors={errors.sip_berlaku_sampai}
      />
      <TextArea label={tf('alasan')} name="alasan" rows={3} maxLength={ALASAN_MAX} hint={tf('alasanPetunjuk')} errors={errors.alasan} />
      <div className={styles.buttons}>
        <Button type="submit" name="putusan" value="ya" variant="primary" icon="check" busy={busy}>
          {status === 'terverifikasi' ? tf('simpan') : t('setujui')}
        </Button>
        {status !== 'ditolak' && (
          <Button type="submit" name="putusan" value="tidak" variant="danger" busy={busy}>
            {t(`${refusal}.tombol`)}
          </Button>
        )}
      </div>
    </form>
  )
}
