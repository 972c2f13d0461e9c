'use client'

import { useEffect, useRef } from 'react'
import useSWR from 'swr'
import { useNews } from '@/app/_live/use-news'
import { usePoll } from '@/app/_live/use-poll'
import { CONNECTING_MS, useRealtime } from '@/app/_live/use-realtime'
import { NetworkError } from '@/lib/client/api/answer'
import { ask } from '@/lib/client/api/api'
import { besideOf } from '@/lib/client/api/beside'
import type { Polled } from '@/lib/client/api/polling'
import { tellOtherTabs } from '@/lib/client/device/tabs'
import type { UnreadTotal } from '@/lib/contract/kabar'

/** What this person has not read anywhere; null until it is known. Asked again on events, and on hints of this browser's other tabs. */
export function useUnreadTotal(penggunaId: string): number | null {
  const realtime = useRealtime(penggunaId)
  const { data: polled, mutate } = usePoll('kabar', [penggunaId], (known: Told | undefined) => hearOrAsk(penggunaId, known), {
    realtime,
    dedupingInterval: 500,
    revalidateOnMount: false,
    // Asked while the server renders too, where there is no navigator (Node.js 20) or one that knows no network.
    isPaused: () => typeof navigator !== 'undefined' && navigator.onLine === false,
  })

  useNews(penggunaId, mutate)
  useEffect(() => besideOf(penggunaId).on('kabar', mutate), [penggunaId, mutate])

  // Where realtime connects, that is when the first question is asked: sooner would only mean twice.
  const isKnown = polled !== undefined
  useEffect(() => {
    if (isKnown || realtime === 'connected') return
    const waiting = setTimeout(mutate, realtime === 'connecting' ? CONNECTING_MS : 0)
    return () => clearTimeout(waiting)
  }, [isKnown, realtime, mutate])

  const data = polled?.value?.kabar.unread_count
  const told = useRef<number>(undefined)
  useEffect(() => {
    // The first answer too: what a new tab is told may be newer than what the others know.
    if (data !== undefined && data !== told.current) tellOtherTabs(penggunaId)
    told.current = data
  }, [data, penggunaId])
  return data ?? null
}

/** The last answer that `useUnreadTotal` got, wherever on the page it asks; undefined before the first. */
export const useKnownUnread = (penggunaId: string): UnreadTotal | undefined =>
  useSWR<Polled<Told>>(['kabar', penggunaId], null).data?.value?.kabar

/** What was answered last, and by what that answer is known. */
interface Told {
  readonly kabar: UnreadTotal
  readonly etag: string | null
}

/** While a conversation of this page asks for it with its own question, that is the answer. Had we asked as well, we could not tell which of the two is newer. */
async function hearOrAsk(penggunaId: string, known: Told | undefined): Promise<Told> {
  const kabar = besideOf(penggunaId).now('kabar')
  if (kabar) return { kabar, etag: null }
  const { body, etag } = await ask('GET /kabar', { etag: known?.etag ?? null })
  if (body) return { kabar: body.data, etag }
  if (known) return known
  // Only who sent an ETag is told that nothing has changed.
  throw new NetworkError('unreachable')
}
