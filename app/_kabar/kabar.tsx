'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { LaterPart } from '@/app/_ui/later/later-part'
import { tellKehadiran } from '@/lib/client/account/kehadiran'
import { later } from '@/lib/client/page/later'
import { onceCalm, soon } from '@/lib/client/page/soon'
import { usePageBadge } from './use-page-badge'
import { useKnownUnread, useUnreadTotal } from './use-unread-total'

const reminders = later(() => import('./pengingat').then((part) => part.Pengingat), false)

/** What tells the person of a wing that something waits, on each of its pages: counts, a sound, push. All that it shows is what a dokter wanted to be reminded of. */
export function Kabar({ penggunaId }: { penggunaId: string }) {
  usePageBadge(useUnreadTotal(penggunaId))
  const konsultasiId = OPEN_KONSULTASI.exec(usePathname())?.[1] ?? null
  useEffect(() => soon(() => tellKehadiran(penggunaId, konsultasiId)), [penggunaId, konsultasiId])
  const { push } = useRouter()
  useEffect(() => letLead(push), [push])
  useEffect(() => onceCalm(() => renewPush(penggunaId)), [penggunaId])
  const pengingat = useKnownUnread(penggunaId)?.pengingat
  const [hasRung, setHasRung] = useState(false)
  if (pengingat && !hasRung) setHasRung(true)
  return hasRung && <LaterPart of={reminders} pengingat={pengingat} />
}

const fetchPush = later(() => import('@/lib/client/account/push'))
const fetchLed = later(() => import('@/lib/client/page/follow-notification'))

/** Only where this browser may tell anything: others need nothing of it. */
const mayTell = () => 'Notification' in window && Notification.permission === 'granted'

async function renewPush(penggunaId: string) {
  if (!mayTell()) return
  await fetchPush()
    .then((push) => push.renewPush(penggunaId))
    .catch(() => undefined)
}

function letLead(go: (path: string) => void): () => void {
  let stop: (() => void) | null = null
  let isOver = false
  const stopWaiting = onceCalm(async () => {
    const led = mayTell() ? await fetchLed().catch(() => null) : null
    if (led && !isOver) stop = led.letLead(go)
  })
  return () => {
    isOver = true
    stopWaiting()
    stop?.()
  }
}

const OPEN_KONSULTASI = /^\/(?:pasien|dokter)\/konsultasi\/(konsultasi_[^/]+)$/
