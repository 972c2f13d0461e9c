'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useMinute } from '@/app/_ui/time/clock'
import { kehadiranNow, onKehadiran } from '@/lib/client/account/kehadiran'
import { formatTime } from '@/lib/client/time/time-words'
import { AKTIF_MS } from '@/lib/domain/kabar'

/** "aktif 5 menit lalu", of the other side of this konsultasi; nothing while that is not known. */
export function LastSeen({ konsultasiId }: { konsultasiId: string }) {
  const t = useTranslations('kabar.hadir')
  const locale = useLocale()
  const now = useMinute()
  const kehadiran = useSyncExternalStore(onKehadiran, kehadiranNow, nobody)
  if (kehadiran?.konsultasiId !== konsultasiId || !kehadiran.aktifPada) return null
  const isHere = now - Date.parse(kehadiran.aktifPada) < AKTIF_MS
  return <span>{isHere ? t('sekarang') : t('lalu', { waktu: formatTime(kehadiran.aktifPada, 'ago', { locale, zone: 'UTC', now }) })}</span>
}

const nobody = () => null
