'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import styles from '@/app/_dokumen/dokumen.module.css'
import { FormAlert } from '@/app/_form/form-alert'
import { useKeptText } from '@/app/_form/use-kept-text'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { TextArea } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import { TEKS_MAX } from '@/lib/domain/dokumen/dokumen'

/** Asks the dokter to correct a dokumen. */
export function AskForm({ penggunaId, dokumenId }: { penggunaId: string; dokumenId: string }) {
  const t = useTranslations('dokumen.permintaan')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const kept = useKeptText(area, penggunaId, `${dokumenId}:koreksi`)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(async () => {
      await askFor('POST /dokumen/{id}/permintaan', { id: dokumenId, json: { isi: area.current?.value ?? '' } })
      kept.forget()
      if (area.current) area.current.value = ''
      router.refresh()
      return false
    })
  }
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <TextArea ref={area} label={t('isian')} hint={t('petunjuk')} name="isi" rows={2} maxLength={TEKS_MAX} errors={errors.isi} />
      <Button type="submit" busy={busy}>
        {t('minta')}
      </Button>
    </form>
  )
}
