'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useRealtime } from '@/app/_live/use-realtime'
import { useOutbox, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Chip, type Tone } from '@/app/_ui/badge'
import type { IconName } from '@/app/_ui/icon'
import { useOnline } from '@/app/_ui/online'
import { type ConnectionState, connectionStateOf } from '@/lib/client/thread/connection-state'

const LOOKS: Record<ConnectionState, readonly [Tone, IconName]> = {
  connected: ['neutral', 'check'],
  connecting: ['neutral', 'retry'],
  behind: ['attention', 'clock'],
  offline: ['attention', 'alert'],
  ended: ['danger', 'close'],
}

/** The truth about the connection, in a few words. */
export function ConnectionChip() {
  const t = useTranslations('percakapan.koneksi')
  const { me } = usePercakapan()
  const realtime = useRealtime(me.id)
  const freshness = useThread((snapshot) => snapshot.freshness)
  const online = useOnline()
  const menunggu = useOutbox().filter((entry) => entry.keadaan === 'menunggu').length
  const now = useNow()
  const state = connectionStateOf(online, freshness, realtime, now)
  const [tone, icon] = LOOKS[state]
  const menit = Math.max(1, Math.floor((now - (freshness.seenAt ?? now)) / 60_000))
  return (
    <span role="status" data-connection={state}>
      <Chip tone={tone} icon={icon}>
        {state === 'behind' ? <Behind menit={menit} /> : t(state, { jumlah: menunggu })}
      </Chip>
    </span>
  )
}

/** Told once, not again with each minute that passes. */
function Behind({ menit }: { menit: number }) {
  const t = useTranslations('percakapan.koneksi')
  return (
    <>
      <span className="visually-hidden">{t('behindHeard')}</span>
      <span aria-hidden="true">{t('behind', { menit })}</span>
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
