'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import { useEntries } from '@/app/_live/use-entries'
import type { Reply } from '@/lib/client/drafts/reply'
import type { HandBack } from '@/lib/client/outbox/hand-back'
import type { Outbox } from '@/lib/client/outbox/outbox'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import type { Originals } from '@/lib/client/thread/originals'
import { NO_REACTIONS, type Reactions } from '@/lib/client/thread/reactions'
import type { ThreadSnapshot, ThreadStore } from '@/lib/client/thread/thread-store'
import type { Abilities, AbilitiesByStatus } from '@/lib/domain/konsultasi'
import type { Peran } from '@/lib/domain/pengguna'

export interface Me {
  readonly id: string
  readonly peran: Peran
  /** null where the page does not know it: without a network. */
  readonly email: string | null
  /** The clinic wants a ringkasan at the end of each konsultasi (WAJIB_RINGKASAN). */
  readonly wajibRingkasan?: boolean
}

interface PercakapanParts {
  readonly me: Me
  readonly bisa: AbilitiesByStatus
  readonly store: ThreadStore
  readonly reactions: Reactions
  readonly reply: Reply
  readonly originals: Originals
  readonly handBack: HandBack
  /** null while rendering on the server */
  readonly outbox: Outbox | null
}

export const PercakapanContext = createContext<PercakapanParts | null>(null)

export function usePercakapan(): PercakapanParts {
  const parts = useContext(PercakapanContext)
  if (!parts) throw new Error('outside of <Percakapan>')
  return parts
}

/** A part of what the page knows; renders again only when that part changes. */
export function useThread<T>(select: (snapshot: ThreadSnapshot) => T): T {
  const { store } = usePercakapan()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.snapshot()),
    () => select(store.drawn()),
  )
}

export function useBisa(): Abilities {
  const { bisa } = usePercakapan()
  return bisa[useThread((snapshot) => snapshot.thread.status)]
}

/** The other of the two people. */
export function useLawan(): { readonly id: string; readonly nama: string; readonly spesialisasi: string | null } {
  const { me } = usePercakapan()
  const { pasien, dokter } = useThread((snapshot) => snapshot.konsultasi)
  return me.id === dokter.id ? { ...pasien, spesialisasi: null } : dokter
}

export function useReactions() {
  const { reactions } = usePercakapan()
  return useSyncExternalStore(reactions.subscribe, reactions.snapshot, noReactions)
}

/** The id of the pesan that the one being written answers. */
export function useReply(): string | null {
  const { reply } = usePercakapan()
  return useSyncExternalStore(reply.subscribe, reply.snapshot, noReply)
}

/** Everything of this person that is unsent, in whichever konsultasi. */
export const useOutbox = (): readonly OutboxEntry[] => useEntries(usePercakapan().outbox)

const noReactions = () => NO_REACTIONS
const noReply = () => null
