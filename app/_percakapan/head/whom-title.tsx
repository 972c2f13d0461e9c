'use client'

import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAgeAndSex } from '@/app/_profil/words'
import { whomOf } from '@/lib/client/thread/whom'

/** Above what is known of them, so that it is never read for somebody else. */
export function WhomTitle({ className }: { className?: string }) {
  const { nama, facts } = whomOf(useThread((snapshot) => snapshot.konsultasi))
  const said = useAgeAndSex()(facts)
  return (
    <h2 className={className}>
      <bdi>{nama}</bdi>
      {said && <span>{said}</span>}
    </h2>
  )
}
