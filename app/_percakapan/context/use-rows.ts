'use client'

import { useMemo } from 'react'
import { mergeThread, type ThreadRow } from '@/lib/client/thread/merge-thread'
import { unreadOf } from '@/lib/client/thread/read-marks'
import { knownPesan } from '@/lib/client/thread/thread'
import { useOutbox, usePercakapan, useThread } from './percakapan-context'

/** What the window shows: the server's pesan, and at the end of the conversation what still waits here. */
export function useRows(): readonly ThreadRow[] {
  const { me } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  const oldest = useThread((snapshot) => snapshot.thread.oldest)
  const newest = useThread((snapshot) => snapshot.thread.newest)
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const outbox = useOutbox()
  return useMemo(
    () =>
      mergeThread(
        { pesan, oldest, newest },
        outbox.filter((entry) => entry.konsultasi_id === konsultasiId),
        me.id,
      ),
    [pesan, oldest, newest, konsultasiId, outbox, me.id],
  )
}

/** The `urutan` of all known pesan that this person has not read, in the window or not. */
export function useUnread(): readonly number[] {
  const { me } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  // Whom it was handed over to reads what the two wrote to each other.
  const isOwn = useThread(({ konsultasi: { pasien, dokter } }) => me.id === pasien.id || me.id === dokter.id)
  return useMemo(() => (isOwn ? unreadUrutan({ pesan }, me.id) : []), [pesan, me.id, isOwn])
}

export const unreadUrutan = (thread: Parameters<typeof knownPesan>[0], penggunaId: string): number[] =>
  unreadOf(knownPesan(thread), penggunaId).map((one) => one.urutan)

export const keyOf = (rows: readonly ThreadRow[], urutan: number | null | undefined): string | null =>
  urutan == null ? null : (rows.find((row) => row.pesan?.urutan === urutan)?.key ?? null)
