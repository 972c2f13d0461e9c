'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import type { RantaiView } from '@/lib/contract/admin'
import styles from './audit.module.css'

/** A long log takes its time, in milliseconds. */
const PATIENCE_MS = 120_000

/** Asks whether every row of the log is as it was written, and says which one is not. */
export function ChainCheck() {
  const t = useTranslations('admin.rantai')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [found, setFound] = useState<RantaiView | null>(null)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const kept = keptIn(new FormData(event.currentTarget))
    setFound(null)
    void submit(async () => {
      setFound((await askFor('GET /admin/audit/rantai', { query: kept, timeout: PATIENCE_MS })).data)
      return false
    })
  }
  return (
    <Card>
      <form ref={form} className={styles.chain} method="post" onSubmit={onSubmit} {...held}>
        <p>{t('isi')}</p>
        <FormAlert message={message} errors={errors} />
        <TextField label={t('nomor')} name="nomor" inputMode="numeric" autoComplete="off" hint={t('petunjuk')} errors={errors.nomor} />
        <TextField label={t('hash')} name="hash" autoComplete="off" spellCheck={false} errors={errors.hash} />
        <Button type="submit" icon="shield" busy={busy}>
          {t('tombol')}
        </Button>
        <div role="status">{found && <Found found={found} />}</div>
      </form>
    </Card>
  )
}

/** An end that was kept elsewhere, if one was given. */
function keptIn(data: FormData) {
  const given = (name: string) => String(data.get(name) ?? '').trim() || undefined
  return { nomor: given('nomor'), hash: given('hash') }
}

function Found({ found: { utuh, diperiksa, rusak_pada, terakhir, masih_ada } }: { found: RantaiView }) {
  const t = useTranslations('admin.rantai')
  const format = useFormatter()
  const jumlah = diperiksa
  if (!utuh) {
    const { nomor = 0, pada = '' } = rusak_pada ?? {}
    return (
      <Alert tone="danger" title={t('rusak')}>
        <p>{t('rusakIsi', { nomor, pada: format.dateTime(new Date(pada), { dateStyle: 'long', timeStyle: 'medium' }) })}</p>
      </Alert>
    )
  }
  if (masih_ada === false) {
    return (
      <Alert tone="danger" title={t('hilang')}>
        <p>{t('hilangIsi')}</p>
      </Alert>
    )
  }
  return (
    <Alert tone="success" title={t('utuh', { jumlah })}>
      {masih_ada && <p>{t('masihAda')}</p>}
      {terakhir && (
        <>
          <p>{t('ujung', { nomor: terakhir.nomor })}</p>
          <p className={styles.hash}>{terakhir.hash}</p>
        </>
      )}
    </Alert>
  )
}
