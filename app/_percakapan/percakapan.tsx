'use client'

import { useTranslations } from 'next-intl'
import { Activity, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import around from '@/app/_percakapan/around/around.module.css'
import { Bahaya } from '@/app/_percakapan/around/bahaya'
import { Notices } from '@/app/_percakapan/around/notices'
import { TypingLine } from '@/app/_percakapan/around/typing-line'
import { Composer } from '@/app/_percakapan/composer/composer'
import { END } from '@/app/_percakapan/context/focus'
import {
  type Me,
  PercakapanContext,
  useBisa,
  useLawan,
  usePercakapan,
  useReactions,
  useThread,
} from '@/app/_percakapan/context/percakapan-context'
import { OwnTray } from '@/app/_percakapan/context/tray-context'
import { CariHere, Tools } from '@/app/_percakapan/dialogs/tools'
import { KonsultasiHeader } from '@/app/_percakapan/head/konsultasi-header'
import { PesanLog } from '@/app/_percakapan/log/pesan-log'
import { Pictures } from '@/app/_percakapan/log/pictures'
import { Chip } from '@/app/_ui/badge'
import { BehindDialog } from '@/app/_ui/dialog/dialog'
import { LaterPart } from '@/app/_ui/later/later-part'
import { isStillSelf } from '@/lib/client/device/identity'
import { createReply } from '@/lib/client/drafts/reply'
import { createHandBack } from '@/lib/client/outbox/hand-back'
import { outboxOf } from '@/lib/client/outbox/outbox-browser'
import { fetchAhead, later } from '@/lib/client/page/later'
import { createOriginals } from '@/lib/client/thread/originals'
import { createReactions } from '@/lib/client/thread/reactions'
import { endOf, newsAfter } from '@/lib/client/thread/thread'
import { type Around, createThreadStore, type ThreadSnapshot, type ThreadStore } from '@/lib/client/thread/thread-store'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import type { AbilitiesByStatus } from '@/lib/domain/konsultasi'
import styles from './percakapan.module.css'
import { useKeyboardRoom } from './use-keyboard-room'
import { useSalinan } from './use-salinan'
import { useSent, useSync } from './use-sync'

export interface PercakapanProps {
  readonly konsultasi: KonsultasiView
  /** For its dokter: see `ThreadSnapshot`. */
  readonly profil?: ThreadSnapshot['profil']
  /** The newest page of its pesan. */
  readonly page: PesanPage
  /** Where to begin instead of the end. */
  readonly around: Around | null
  readonly me: Me
  readonly bisa: AbilitiesByStatus
  /** After so many minutes without an answer its pasien is offered others. */
  readonly tawarkanLainMenit?: number
  /** For whom it is, in a line of the head. */
  readonly whom: ReactNode
  /** Kept, not shown: nothing in it is asked for or marked, and all that was begun in it stays. */
  readonly hidden?: boolean
  /** What stands beside it where there is room. */
  readonly beside?: ReactNode
  /** Hears whether something in it would be lost if it were kept no longer. */
  readonly onHold?: (holds: boolean) => void
}

/** The conversation, the same for both sides. */
export function Percakapan({
  me,
  bisa,
  tawarkanLainMenit = Number.POSITIVE_INFINITY,
  whom,
  hidden = false,
  beside: aside,
  onHold,
  ...opened
}: PercakapanProps) {
  const [store] = useState(() => createThreadStore({ ...opened, penggunaId: me.id, mine: () => isStillSelf(me.id) }))
  const [outbox] = useState(() => (typeof window === 'undefined' ? null : outboxOf(me.id)))
  const [beside] = useState(() => besideThread(store, me.id))
  const parts = useMemo(
    () => ({ me, bisa, store, outbox, tawarkanLainMenit, ...beside }),
    [me, bisa, store, outbox, tawarkanLainMenit, beside],
  )
  useEffect(fetchAhead, [])
  // Others are shown and hidden beside it: nothing of it is drawn anew for that.
  const screen = useMemo(
    () => (
      <>
        <Sync />
        <BehindDialog value={BEHIND}>
          <Tools>
            <Pictures>
              <Screen whom={whom} />
              {aside}
            </Pictures>
          </Tools>
        </BehindDialog>
      </>
    ),
    [whom, aside],
  )
  return (
    <PercakapanContext value={parts}>
      <Sent />
      <OwnTray onHold={onHold}>
        <Activity mode={hidden ? 'hidden' : 'visible'}>{screen}</Activity>
      </OwnTray>
    </PercakapanContext>
  )
}

const BEHIND = <NewsBehind />

/** In a dialog over the conversation: how much has come since it was opened. It was not seen, and is not marked as read. */
function NewsBehind() {
  const t = useTranslations('percakapan.log')
  const { me, store } = usePercakapan()
  const [left] = useState(() => endOf(store.snapshot().thread))
  const jumlah = useThread(({ thread }) => newsAfter(thread, left, me.id))
  return (
    <div role="status" className={styles.behind}>
      {jumlah > 0 && <Chip tone="attention">{t('pesanBaru', { jumlah })}</Chip>}
    </div>
  )
}

function Sent() {
  const { store, outbox } = usePercakapan()
  useSent(store, outbox)
  return null
}

/** By itself: what it hears of the connection draws nothing else anew. */
function Sync() {
  const { me, store, originals, outbox } = usePercakapan()
  useSync(me.id, store, originals, outbox)
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
function Screen({ whom }: { whom: ReactNode }) {
  const frame = useKeyboardRoom<HTMLDivElement>()
  useSalinan()
  return (
    <div className={styles.percakapan} ref={frame}>
      <Activity>
        <KonsultasiHeader whom={whom} />
      </Activity>
      <Bahaya />
      <Notices />
      <CariHere />
      <Activity>
        <PesanLog />
      </Activity>
      <div className={styles.foot} data-foot="">
        <Activity>
          <OfferAfterSending />
          <TroubleAfterReacting />
          <TypingLine />
          <Foot />
        </Activity>
      </div>
    </div>
  )
}

const reactionTrouble = later(() => import('@/app/_percakapan/around/reaction-trouble').then((part) => part.ReactionTrouble))

function TroubleAfterReacting() {
  const { trouble } = useReactions()
  return trouble === null ? null : <LaterPart of={reactionTrouble} trouble={trouble} />
}

const pushOffer = later(() => import('@/app/_kabar/push-offer').then((part) => part.PushOffer))

/** Whoever has just sent a pesan waits for an answer: the moment to offer push, and the only one. */
function OfferAfterSending() {
  const { me, outbox } = usePercakapan()
  const { nama } = useLawan()
  const [sent, setSent] = useState(false)
  useEffect(() => outbox?.onSent(() => setSent(true)), [outbox])
  return sent ? <LaterPart of={pushOffer} penggunaId={me.id} nama={nama} /> : null
}

// Only where nobody writes: most conversations are read and written in without them.
const PendingPanel = lazy(() => import('@/app/_percakapan/around/pending-panel').then((part) => ({ default: part.PendingPanel })))
const EndNote = lazy(() => import('@/app/_percakapan/around/end-note').then((part) => ({ default: part.EndNote })))

/** There at once for whoever's focus goes on here; its words follow. */
function End() {
  const t = useTranslations('percakapan.akhir')
  return (
    <section {...END} tabIndex={-1} className={around.panel} aria-label={t('nama')}>
      <Suspense fallback={null}>
        <EndNote />
      </Suspense>
    </section>
  )
}

/** What stands below the conversation: a way to write, to begin, or the end. */
function Foot() {
  const bisa = useBisa()
  const status = useThread((snapshot) => snapshot.thread.status)
  if (bisa.kirim) return <Composer />
  return status === 'pending' ? (
    <Suspense fallback={null}>
      <PendingPanel />
    </Suspense>
  ) : (
    <End />
  )
}
