'use client'

import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'

const card = later(() => import('./alihan-card').then((part) => part.AlihanCard), false)

/** That another dokter is to go on, or went on, and what was before: rare, and fetched only where it is so. */
export function Alihan() {
  const isThere = useThread(({ konsultasi: { alih, asal_terbaca } }) => alih !== undefined || asal_terbaca === true)
  return isThere ? <LaterPart of={card} /> : null
}
