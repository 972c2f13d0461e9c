'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { TextArea } from '@/app/_ui/field/text-field'
import { Icon } from '@/app/_ui/icon'
import { useDone } from '@/app/admin/_tindakan/after-deed'
import { ask } from '@/lib/client/api/api'
import { AKSES_MINUTES } from '@/lib/domain/audit'
import styles from './bacaan.module.css'

/** The reason travels in an address of the API, which must stay short of what servers take. */
const REASON_MAX = 500

/** Asks why, tells that it will be seen, and opens the konsultasi through the API, which writes it down; the page then shows the content. */
export function ReasonGate({ id }: { id: string }) {
  const t = useTranslations('admin.bacaan.gerbang')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const done = useDone()
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const alasan = String(new FormData(event.currentTarget).get('alasan')).trim()
    if (!alasan) return refuse({ errors: { alasan: [t('kosong')] } })
    void submit(async () => {
      await ask('GET /konsultasi/{id}', { id, query: { alasan } })
      done(t('terbuka'))
      return true
    })
  }
  return (
    <Card>
      <form ref={form} className={styles.gate} method="post" noValidate onSubmit={onSubmit} {...held}>
        <h2 className={styles.gateTitle}>
          <Icon name="lock" />
          {t('judul')}
        </h2>
        <p>{t('isi', { menit: AKSES_MINUTES })}</p>
        <FormAlert message={message} errors={errors} />
        <TextArea
          label={t('alasan')}
          name="alasan"
          required
          rows={3}
          maxLength={REASON_MAX}
          hint={t('petunjuk', { batas: REASON_MAX })}
          errors={errors.alasan}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t('buka')}
        </Button>
      </form>
    </Card>
  )
}
