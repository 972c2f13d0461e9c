'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { useMinute } from '@/app/_ui/time/clock'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { DokterView } from '@/lib/contract/pengguna'
import styles from './around.module.css'

/** At most so many others are offered. */
const OFFERED_MAX = 3
const MINUTE = 60_000

/** While a pasien waits: their place, how long it usually takes, and after a while others of that specialty. As the page knows it; looked up anew each minute. */
export function Queue() {
  const t = useTranslations('alur.antrean')
  const { store, tawarkanLainMenit } = usePercakapan()
  const minute = useMinute()
  const { id, dibuat_pada, antrean } = useThread(({ konsultasi }) => konsultasi)
  useEffect(() => {
    const look = () =>
      askFor('GET /konsultasi/{id}', { id }).then(
        ({ data }) => store.foldKonsultasi(data),
        () => undefined,
      )
    const timer = setInterval(look, MINUTE)
    return () => clearInterval(timer)
  }, [id, store])
  return (
    <>
      {antrean && (
        <p role="status">
          {t('posisi', { posisi: antrean.posisi })}{' '}
          {antrean.menit &&
            (antrean.menit[0] === antrean.menit[1]
              ? t('menitSatu', { sampai: antrean.menit[1] })
              : t('menit', { dari: antrean.menit[0], sampai: antrean.menit[1] }))}
        </p>
      )}
      {minute - Date.parse(dibuat_pada) >= tawarkanLainMenit * MINUTE && <Others />}
    </>
  )
}

/** Others of the same specialty who take somebody now. */
function Others() {
  const t = useTranslations('alur.antrean')
  const tp = useTranslations('percakapan')
  const { store } = usePercakapan()
  const { id, dokter } = useThread(({ konsultasi }) => konsultasi)
  const [others, setOthers] = useState<readonly DokterView[] | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    askFor('GET /dokter', { query: { spesialisasi: dokter.spesialisasi } }).then(
      ({ data }) => setOthers(data.filter((one) => one.id !== dokter.id && one.tersedia).slice(0, OFFERED_MAX)),
      () => setOthers([]),
    )
  }, [dokter.id, dokter.spesialisasi])
  const move = async (dokter_id: string) => {
    setBusy(dokter_id)
    setError(null)
    try {
      store.foldKonsultasi((await askFor('PUT /konsultasi/{id}/pindah', { id, json: { dokter_id } })).data)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : tp('galat.tanpaJawaban'))
    } finally {
      setBusy(null)
      void store.catchUp()
    }
  }
  if (others === null) return null
  return (
    <Alert tone="attention">
      {others.length === 0 ? (
        <p>{t('tanpaLain', { spesialisasi: dokter.spesialisasi })}</p>
      ) : (
        <>
          <p>{t('lain')}</p>
          <div className={styles.actions}>
            {others.map((one) => (
              <Button key={one.id} size="sm" busy={busy === one.id} onClick={() => void move(one.id)}>
                {t('pindah', { nama: one.nama })}
              </Button>
            ))}
          </div>
        </>
      )}
      {error && <p role="alert">{error}</p>}
    </Alert>
  )
}
