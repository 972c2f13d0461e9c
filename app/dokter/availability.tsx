'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ApiError } from '@/lib/client/api/answer'
import { ask } from '@/lib/client/api/api'
import styles from './availability.module.css'

/** Whether this dokter takes new konsultasi now. The switch shows what was asked for at once, and goes back when that was refused. */
export function Availability({ tersedia }: { tersedia: boolean }) {
  const t = useTranslations('dokter.ketersediaan')
  const tg = useTranslations('galat')
  const id = useId()
  const [on, setOn] = useState(tersedia)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const toggle = async () => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    setOn(!on)
    try {
      await ask('PUT /dokter/saya/ketersediaan', { json: { tersedia: !on } })
    } catch (error) {
      setOn(on)
      setRefusal(error instanceof ApiError ? error.message : tg('jaringan'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.box} data-on={on || undefined}>
      <button
        type="button"
        role="switch"
        className={styles.switch}
        aria-checked={on}
        aria-busy={busy}
        aria-labelledby={`${id}-nama`}
        aria-describedby={`${id}-isi`}
        onClick={toggle}
      >
        <span className={styles.track} aria-hidden="true" />
        <span id={`${id}-nama`} className={styles.name}>
          {t('nama')}
        </span>
      </button>
      <p id={`${id}-isi`} className={styles.words}>
        {on ? t('buka') : t('tutup')}
      </p>
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
    </div>
  )
}
