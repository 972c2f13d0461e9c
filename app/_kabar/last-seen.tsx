'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useMinute } from '@/app/_ui/time/clock'
import { onPresence, presenceNow } from '@/lib/client/account/presence'
import { formatTime } from '@/lib/client/time/time-words'
import { AKTIF_MS } from '@/lib/domain/kabar'

/** "aktif 5 menit lalu", of the other side of this konsultasi; nothing while that is not known. */
export function LastSeen({ konsultasiId }: { konsultasiId: string }) {
  const t = useTranslations('kabar.hadir')
  const locale = useLocale()
  const now = useMinute()
  const presence = useSyncExternalStore(onPresence, presenceNow, nobody)
  if (presence?.konsultasiId !== konsultasiId || !presence.aktifPada) return null
  const isHere = now - Date.parse(presence.aktifPada) < AKTIF_MS
  return <span>{isHere ? t('sekarang') : t('lalu', { waktu: formatTime(presence.aktifPada, 'ago', { locale, zone: 'UTC', now }) })}</span>
}

const nobody = () => null
