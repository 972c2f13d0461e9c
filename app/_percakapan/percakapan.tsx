'use client'

import { Activity, useEffect, useMemo, useState } from 'react'
import { BehindDialog } from '@/app/_ui/dialog'
import { createHandBack } from '@/lib/client/hand-back'
import { isStillSelf } from '@/lib/client/identity'
import { fetchAhead } from '@/lib/client/later'
import { createOriginals } from '@/lib/client/originals'
import { outboxOf } from '@/lib/client/outbox-browser'
import { createReactions } from '@/lib/client/reactions'
import { createReply } from '@/lib/client/reply'
import { type Around, createThreadStore, type ThreadStore } from '@/lib/client/thread-store'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import { Composer } from './composer'
import { EndNote } from './end-note'
import { KonsultasiHeader } from './konsultasi-header'
import { NewsBehind } from './news-behind'
import { Notices } from './notices'
import { OfferAfterSending } from './offer-after-sending'
import { PendingPanel } from './pending-panel'
import styles from './percakapan.module.css'
import { type BisaMenurutStatus, PercakapanContext, type Saya, useBisa, usePercakapan, useThread } from './percakapan-context'
import { PesanLog } from './pesan-log'
import { Pictures } from './pictures'
import { ReactionTrouble } from './reaction-trouble'
import { Tools } from './tool-context'
import { TypingLine } from './typing-line'
import { useKeyboardRoom } from './use-keyboard-room'
import { useSalinan } from './use-salinan'
import { useSync } from './use-sync'

export interface PercakapanProps {
  readonly konsultasi: KonsultasiView
  /** The newest page of its pesan. */
  readonly page: PesanPage
  /** Where to begin instead of the end. */
  readonly around: Around | null
  readonly saya: Saya
  readonly bisa: BisaMenurutStatus
}

/** The conversation, the same for both sides. */
export function Percakapan({ konsultasi, page, around, saya, bisa }: PercakapanProps) {
  const [store] = useState(() => createThreadStore({ konsultasi, page, around, penggunaId: saya.id, mine: () => isStillSelf(saya.id) }))
  const [outbox] = useState(() => (typeof window === 'undefined' ? null : outboxOf(saya.id)))
  const [beside] = useState(() => besideThread(store, saya.id))
  const parts = useMemo(() => ({ saya, bisa, store, outbox, ...beside }), [saya, bisa, store, outbox, beside])
  useEffect(fetchAhead, [])
  return (
    <PercakapanContext value={parts}>
      <Sync />
      <BehindDialog value={BEHIND}>
        <Tools>
          <Screen />
        </Tools>
      </BehindDialog>
    </PercakapanContext>
  )
}

const BEHIND = <NewsBehind />

/** By itself: what it hears of the connection draws nothing else anew. */
function Sync() {
  const { saya, store, originals, outbox } = usePercakapan()
  useSync(saya.id, store, originals, outbox)
  return null
}

/** What belongs to a conversation beside its pesan. */
function besideThread(store: ThreadStore, penggunaId: string) {
  const { fold } = store
  return {
    reactions: createReactions({ fold }),
    reply: createReply(penggunaId, store.snapshot().konsultasi.id),
    handBack: createHandBack(),
    originals: createOriginals({ read: () => store.snapshot().thread, fold }),
  }
}

/** Each part of it wakes up in a task of its own, the one that is touched first (decision 080). */
function Screen() {
  const frame = useKeyboardRoom<HTMLDivElement>()
  useSalinan()
  return (
    <div className={styles.percakapan} ref={frame}>
      <Activity>
        <KonsultasiHeader />
      </Activity>
      <Notices />
      <Activity>
        <Pictures>
          <PesanLog />
        </Pictures>
      </Activity>
      <div className={styles.foot}>
        <Activity>
          <OfferAfterSending />
          <ReactionTrouble />
          <TypingLine />
          <Foot />
        </Activity>
      </div>
    </div>
  )
}

/** What stands below the conversation: a way to write, to begin, or the end. */
function Foot() {
  const bisa = useBisa()
  const status = useThread((snapshot) => snapshot.thread.status)
  if (bisa.kirim) return <Composer />
  return status === 'pending' ? <PendingPanel /> : <EndNote />
}
