'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Chip, type Tone } from '@/app/_ui/badge'
import type { IconName } from '@/app/_ui/icon'
import type { Freshness } from '@/lib/client/thread-store'
import type { RealtimeState } from '@/lib/realtime/connection'
import { useOutbox, usePercakapan, useThread } from './percakapan-context'
import { useOnline } from './use-browser'
import { useRealtime } from './use-sync'

type State = 'terhubung' | 'menyambung' | 'tertinggal' | 'luring' | 'putus'

const LOOKS: Record<State, readonly [Tone, IconName]> = {
  terhubung: ['neutral', 'check'],
  menyambung: ['neutral', 'retry'],
  tertinggal: ['attention', 'clock'],
  luring: ['attention', 'alert'],
  putus: ['danger', 'close'],
}

/** So long after the last answer the page still counts as up to date, in milliseconds: a poll and the time it may take. */
const FRESH_MS = { polling: 15_000, realtime: 45_000 }
const BEHIND_MS = 60_000

/** The truth about the connection, in a few words. */
export function ConnectionChip() {
  const t = useTranslations('percakapan.sambungan')
  const { saya } = usePercakapan()
  const realtime = useRealtime(saya.id)
  const freshness = useThread((snapshot) => snapshot.freshness)
  const online = useOnline()
  const menunggu = useOutbox().filter((entry) => entry.keadaan === 'menunggu').length
  const now = useNow()
  const state = stateOf(online, freshness, realtime, now)
  const [tone, icon] = LOOKS[state]
  const menit = Math.floor((now - (freshness.seenAt ?? now)) / 60_000)
  return (
    <span role="status">
      <Chip tone={tone} icon={icon}>
        {t(state, { jumlah: menunggu, menit })}
      </Chip>
    </span>
  )
}

function stateOf(online: boolean, { seenAt, failingSince, denied }: Freshness, realtime: RealtimeState, now: number): State {
  if (!online) return 'luring'
  if (denied) return 'putus'
  if (seenAt === null) return 'menyambung'
  const age = now - seenAt
  if (failingSince !== null && age > BEHIND_MS) return 'tertinggal'
  const fresh = age < (realtime === 'connected' ? FRESH_MS.realtime : FRESH_MS.polling)
  return failingSince === null && fresh ? 'terhubung' : 'menyambung'
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
