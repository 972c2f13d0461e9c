'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { usePoll } from '@/app/_live/use-poll'
import { CONNECTING_MS, useRealtime } from '@/app/_live/use-realtime'
import { besideOf } from '@/lib/client/api/beside'
import { hearTabs, tellTabs } from '@/lib/client/device/tabs'
import type { Outbox } from '@/lib/client/outbox/outbox'
import { soon } from '@/lib/client/page/soon'
import { realtimeOf } from '@/lib/client/realtime/connection'
import type { Originals } from '@/lib/client/thread/originals'
import type { ThreadStore } from '@/lib/client/thread/thread-store'

/** Keeps an open conversation up to date: by realtime hints where there are any, by polling always. */
export function useSync(penggunaId: string, store: ThreadStore, originals: Originals, outbox: Outbox | null) {
  const konsultasiId = store.snapshot().konsultasi.id
  const realtime = useRealtime(penggunaId)
  const hasRealtime = realtime === 'connected'
  const denied = useSyncExternalStore(store.subscribe, () => store.snapshot().freshness.denied, nobody)
  const isOver = denied !== null
  usePoll('percakapan', [konsultasiId], () => catchUpOrFail(penggunaId, store), {
    realtime,
    isOver,
    dedupingInterval: 0,
    revalidateOnMount: false,
  })
  const mustPoll = !hasRealtime && !isOver
  useEffect(() => (mustPoll ? store.askAlong(besideOf(penggunaId)) : undefined), [mustPoll, penggunaId, store])
  useEffect(() => realtimeOf(penggunaId).on(store.hear), [penggunaId, store])
  // What was missed since the page was made, and in each gap of the connection, however short. A socket that tries in vain again and again changes
  // nothing for a page that polls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a connection that comes or goes is what is looked after
  useEffect(() => {
    const waiting = setTimeout(store.catchUp, realtimeOf(penggunaId).state() === 'connecting' ? CONNECTING_MS : 0)
    return () => clearTimeout(waiting)
  }, [hasRealtime, penggunaId, store])
  useEffect(() => outbox?.onSignedOut(() => void store.catchUp()), [outbox, store])
  useEffect(() => settleOutbox(store, outbox), [store, outbox])
  useEffect(() => goOnAfterGaps(store, originals, outbox), [store, originals, outbox])
  useEffect(() => soon(() => shareNews(penggunaId, store)), [penggunaId, store])
  useEffect(() => outbox?.onSent(() => void store.catchUp()), [outbox, store])
}

/** What is sent stands in its conversation at once, also in one that is only kept. */
export function useSent(store: ThreadStore, outbox: Outbox | null) {
  useEffect(() => outbox?.onSent(store.fold), [outbox, store])
}

const nobody = () => null

/** The conversation itself lies in the store: SWR keeps only how asking goes. */
async function catchUpOrFail(penggunaId: string, store: ThreadStore) {
  const [asked, realtime, before] = [Date.now(), realtimeOf(penggunaId), store.snapshot().thread.rev]
  const trouble = await store.catchUp()
  if (trouble) throw trouble
  const { konsultasi, thread } = store.snapshot()
  // Of what was handed over to a dokter no event tells them.
  const isOwn = [konsultasi.pasien.id, konsultasi.dokter.id].includes(penggunaId)
  if (isOwn && thread.rev > before) realtime.missed(asked)
  return thread.rev
}

/**
 * Where asking works again, what could not be sent or loaded may be tried again: at once after a gap, and when the browser has a network. What
 * stopped because the session had ended goes on with any answer.
 */
function goOnAfterGaps(store: ThreadStore, originals: Originals, outbox: Outbox | null) {
  const again = () => {
    store.again()
    originals.again()
  }
  let before = store.snapshot().freshness
  const stop = store.subscribe(() => {
    const { freshness } = store.snapshot()
    const [hadFailed, hasWorked] = [before.failingSince !== null, freshness.seenAt !== before.seenAt]
    before = freshness
    if (!hasWorked) return
    if (!hadFailed) return outbox?.resume()
    outbox?.nudge()
    again()
  })
  addEventListener('online', again)
  return () => {
    stop()
    removeEventListener('online', again)
  }
}

/** What asks or failed, and is in the conversation after all, is done. */
function settleOutbox(store: ThreadStore, outbox: Outbox | null) {
  if (!outbox) return
  const settle = () => {
    if (outbox.snapshot().some(({ keadaan }) => keadaan !== 'menunggu'))
      void outbox.settle(new Set([...store.snapshot().thread.pesan.values()].map((pesan) => pesan.client_id)))
  }
  settle()
  const stops = [store.subscribe(settle), outbox.subscribe(settle)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What this tab learns, the others of the same person look up where no events reach them: their badges agree without waiting for a poll. */
function shareNews(penggunaId: string, store: ThreadStore) {
  let known = store.snapshot().thread.rev
  const look = () => {
    if (realtimeOf(penggunaId).state() !== 'connected') void store.catchUp()
  }
  const stops = [
    hearTabs(penggunaId, look),
    store.subscribe(() => {
      const { rev } = store.snapshot().thread
      if (rev > known) tellTabs(penggunaId, look)
      known = rev
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
