'use client'

import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'

const cards = later(() => import('./bahaya-cards').then((part) => part.BahayaCards))

/** Signs of danger and what was asked before: rare, and fetched only where there are some. A copy that an older page kept has neither. */
export function Bahaya() {
  const { bahaya = [], triase = null } = useThread((snapshot) => snapshot.konsultasi)
  return bahaya.length > 0 || triase ? <LaterPart of={cards} /> : null
}
