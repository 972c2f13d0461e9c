'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { letLead } from '@/lib/client/led'
import { startPresence } from '@/lib/client/presence'
import { renewPush } from '@/lib/client/push'
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
  useEffect(() => onceCalm(() => renewPush(penggunaId).catch(() => undefined)), [penggunaId])
  return null
}

const OPEN_KONSULTASI = /^\/(?:pasien|dokter)\/konsultasi\/(konsultasi_[^/]+)$/
