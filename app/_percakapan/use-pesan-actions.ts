'use client'

import { useMemo, useState } from 'react'
import { reactionsTo } from '@/lib/client/reactions'
import type { PesanView } from '@/lib/contract/pesan'
import { focusComposer } from './focus-composer'
import { useBisa, usePercakapan } from './percakapan-context'
import type { PesanActions } from './pesan-actions'

/** The actions of one conversation, and what they have opened: a menu (the key of its row), the question before deleting. */
export function useActions() {
  const { saya, reactions, reply } = usePercakapan()
  const canTakePart = useBisa().kirim
  const [menu, openMenu] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<PesanView | null>(null)
  const actions = useMemo(
    (): PesanActions => ({
      canTakePart,
      react(pesan, emoji) {
        const own = reactionsTo(pesan, reactions.snapshot().wishes, saya.id).find((one) => one.pengguna_id === saya.id)
        reactions.set(pesan, own?.emoji === emoji ? null : emoji)
      },
      reply(pesan) {
        reply.to(pesan.id)
        focusComposer()
      },
      copy: (pesan) => void navigator.clipboard?.writeText(pesan.pesan),
      remove: setDeleting,
      openMenu,
    }),
    [canTakePart, reactions, reply, saya.id],
  )
  return { actions, menu, deleting, doneDeleting: () => setDeleting(null) }
}
