'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import styles from '@/app/_dokumen/dokumen.module.css'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

/** Takes a dokumen back, with a reason that the pasien reads. */
export function CancelForm({ dokumenId }: { dokumenId: string }) {
  const t = useTranslations('dokumen')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const alasan = String(new FormData(event.currentTarget).get('alasan'))
    void submit(async () => {
      await askFor('PUT /dokumen/{id}/batalkan', { id: dokumenId, json: { alasan } })
      router.refresh()
      return false
    })
  }
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <TextField label={t('batalkanAlasan')} name="alasan" maxLength={ALASAN_MAX} autoComplete="off" errors={errors.alasan} />
      <Button type="submit" variant="danger" busy={busy}>
        {t('batalkan')}
      </Button>
    </form>
  )
}
