'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import styles from '@/app/_dokumen/dokumen.module.css'
import { PermintaanList } from '@/app/_dokumen/state'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import type { PermintaanView } from '@/lib/contract/dokumen'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

/** What the pasien asked to have corrected; a new version answers it, or a reason why it stays. */
export const Waiting = ({ permintaan, canAnswer }: { permintaan: readonly PermintaanView[]; canAnswer: boolean }) => (
  <PermintaanList permintaan={permintaan} answer={({ id }) => canAnswer && <RejectForm id={id} />} />
)

function RejectForm({ id }: { id: string }) {
  const t = useTranslations('dokumen.permintaan')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const alasan = String(new FormData(event.currentTarget).get('alasan'))
    void submit(async () => {
      await askFor('PUT /permintaan/{id}/tolak', { id, json: { alasan } })
      router.refresh()
      return false
    })
  }
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <TextField label={t('alasanTolak')} name="alasan" maxLength={ALASAN_MAX} autoComplete="off" errors={errors.alasan} />
      <Button type="submit" size="sm" busy={busy}>
        {t('tolak')}
      </Button>
    </form>
  )
}
