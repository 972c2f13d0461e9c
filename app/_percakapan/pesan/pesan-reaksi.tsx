'use client'

import { usePercakapan, useReactions } from '@/app/_percakapan/context/percakapan-context'
import { lazily } from '@/app/_ui/later/lazily'
import { later } from '@/lib/client/page/later'
import { reactionsTo } from '@/lib/client/thread/reactions'
import type { PesanView } from '@/lib/contract/pesan'

const ReaksiList = lazily(later(() => import('./reaksi-list').then((part) => part.ReaksiList)))

/** The reactions to a pesan, under its bubble. */
export function PesanReaksi({ pesan }: { pesan: PesanView }) {
  const { me } = usePercakapan()
  const { wishes } = useReactions()
  const all = reactionsTo(pesan, wishes, me.id)
  return all.length > 0 && <ReaksiList pesan={pesan} all={all} />
}
