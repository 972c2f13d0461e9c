'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { ask } from '@/lib/client/api/api'
import styles from './verifikasi.module.css'

/** A pharmacy says that it has dispensed this resep. */
export function RedeemForm({ kode }: { kode: string }) {
  const t = useTranslations('verifikasi.tebus')
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const { busy, errors, message, submit } = useSubmission(form)
  const [isDone, setDone] = useState(false)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const said = (name: string) => String(typed.get(name) ?? '')
    void submit(async () => {
      const json = { pin: said('pin').trim(), apotek: said('apotek'), apoteker: said('apoteker') }
      await ask('POST /verifikasi/{kode}/tebus', { kode, json })
      setDone(true)
      router.refresh()
      return false
    })
  }

  if (isDone)
    return (
      <Alert tone="success" role="status">
        <p>{t('selesai')}</p>
      </Alert>
    )
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      <TextField
        name="pin"
        label={t('pin')}
        hint={t('pinPetunjuk')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        errors={errors.pin ?? []}
      />
      <TextField name="apotek" label={t('apotek')} autoComplete="organization" errors={errors.apotek ?? []} />
      <TextField name="apoteker" label={t('apoteker')} autoComplete="name" errors={errors.apoteker ?? []} />
      <Button type="submit" variant="primary" busy={busy}>
        {t('tombol')}
      </Button>
    </form>
  )
}
