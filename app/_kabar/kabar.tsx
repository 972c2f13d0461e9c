'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { later } from '@/lib/client/later'
import { letLead } from '@/lib/client/led'
import { startPresence } from '@/lib/client/presence'
import { onceCalm, soon } from '@/lib/client/soon'
import { usePageBadge } from './use-page-badge'
import { useUnreadTotal } from './use-unread-total'

/** What tells the person of a wing that something waits, on each of its pages: counts, a sound, push. It shows nothing by itself. */
export function Kabar({ penggunaId }: { penggunaId: string }) {
  usePageBadge(useUnreadTotal(penggunaId))
  const konsultasiId = OPEN_KONSULTASI.exec(usePathname())?.[1] ?? null
  useEffect(() => soon(() => startPresence(penggunaId, konsultasiId)), [penggunaId, konsultasiId])
  const { push } = useRouter()
  useEffect(() => letLead(push), [push])
  useEffect(() => onceCalm(() => renewPush(penggunaId)), [penggunaId])
  return null
}

const fetchPush = later(() => import('@/lib/client/push'))

/** Only where this browser may tell anything: others need none of it. */
async function renewPush(penggunaId: string) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  await fetchPush()
    .then((push) => push.renewPush(penggunaId))
    .catch(() => undefined)
}

const OPEN_KONSULTASI = /^\/(?:pasien|dokter)\/konsultasi\/(konsultasi_[^/]+)$/
