'use client'

import { useEffect, useState } from 'react'
import { useLawan, usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'

const pushOffer = later(() => import('@/app/_kabar/push-offer').then((part) => part.PushOffer))

/** Whoever has just sent a pesan waits for an answer: the moment to offer push, and the only one. */
export function OfferAfterSending() {
  const { saya, outbox } = usePercakapan()
  const { nama } = useLawan()
  const [sent, setSent] = useState(false)
  useEffect(() => outbox?.onSent(() => setSent(true)), [outbox])
  return sent ? <LaterPart of={pushOffer} penggunaId={saya.id} nama={nama} /> : null
}
