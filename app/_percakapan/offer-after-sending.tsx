'use client'

import { useEffect, useState } from 'react'
import { PushOffer } from '@/app/_kabar/push-offer'
import { useLawan, usePercakapan } from './percakapan-context'

/** Whoever has just sent a pesan waits for an answer: the moment to offer push, and the only one. */
export function OfferAfterSending() {
  const { saya, outbox } = usePercakapan()
  const { nama } = useLawan()
  const [sent, setSent] = useState(false)
  useEffect(() => outbox?.onSent(() => setSent(true)), [outbox])
  return sent ? <PushOffer penggunaId={saya.id} nama={nama} /> : null
}
