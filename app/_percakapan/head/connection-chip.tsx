'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useRealtime } from '@/app/_live/use-realtime'
import { useOutbox, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Chip, type Tone } from '@/app/_ui/badge'
import type { IconName } from '@/app/_ui/icon'
import { useOnline } from '@/app/_ui/online'
import { type Sambungan, sambunganOf } from '@/lib/client/thread/connection-state'

const LOOKS: Record<Sambungan, readonly [Tone, IconName]> = {
  terhubung: ['neutral', 'check'],
  menyambung: ['neutral', 'retry'],
  tertinggal: ['attention', 'clock'],
  luring: ['attention', 'alert'],
  putus: ['danger', 'close'],
}

/** The truth about the connection, in a few words. */
export function ConnectionChip() {
  const t = useTranslations('percakapan.sambungan')
  const { saya } = usePercakapan()
  const realtime = useRealtime(saya.id)
  const freshness = useThread((snapshot) => snapshot.freshness)
  const online = useOnline()
  const menunggu = useOutbox().filter((entry) => entry.keadaan === 'menunggu').length
  const now = useNow()
  const state = sambunganOf(online, freshness, realtime, now)
  const [tone, icon] = LOOKS[state]
  const menit = Math.max(1, Math.floor((now - (freshness.seenAt ?? now)) / 60_000))
  return (
    <span role="status" data-sambungan={state}>
      <Chip tone={tone} icon={icon}>
        {state === 'tertinggal' ? <Behind menit={menit} /> : t(state, { jumlah: menunggu })}
      </Chip>
    </span>
  )
}

/** Told once, not again with each minute that passes. */
function Behind({ menit }: { menit: number }) {
  const t = useTranslations('percakapan.sambungan')
  return (
    <>
      <span className="visually-hidden">{t('tertinggalTerdengar')}</span>
      <span aria-hidden="true">{t('tertinggal', { menit })}</span>
    </>
  )
}

/** Now, renewed every few seconds: an answer that does not come has to show too. */
function useNow(): number {
  const [now, renew] = useState(0)
  useEffect(() => {
    const tick = () => renew(Date.now())
    tick()
    const timer = setInterval(tick, 5000)
    return () => clearInterval(timer)
  }, [])
  return now
}
