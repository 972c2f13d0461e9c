'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { focusComposer } from '@/app/_percakapan/context/focus'
import { useBisa, usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import type { OpenMenu, PesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { copyText } from '@/app/_ui/copy-text'
import { reactionsTo } from '@/lib/client/thread/reactions'
import type { PesanView } from '@/lib/contract/pesan'

/** How long the page says what was done, in milliseconds. */
const TOLD_MS = 4000

/** The actions of one conversation, and what they have opened: a menu, the question before deleting; and what is to be said. */
export function useLogActions() {
  const t = useTranslations('percakapan')
  const { me, store, reactions, reply } = usePercakapan()
  const canTakePart = useBisa().kirim
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [deleting, setDeleting] = useState<PesanView | null>(null)
  const [making, setMaking] = useState<string | null>(null)
  const [told, tell] = useTold()
  const actions = useMemo(
    (): PesanActions => ({
      canTakePart,
      react(pesan, emoji) {
        const own = reactionsTo(pesan, reactions.snapshot().wishes, me.id).find((one) => one.pengguna_id === me.id)
        reactions.set(pesan, own?.emoji === emoji ? null : emoji)
      },
      reply(pesan) {
        reply.to(pesan.id)
        focusComposer()
      },
      copy: (text) => void copyText(text).then((copied) => tell(t(copied ? 'salin.tersalin' : 'salin.gagal'))),
      select: selectRow,
      goTo: (urutan) => void store.goTo(urutan).then((found) => found || tell(t('kutipan.takTerbuka'))),
      makeBalasan: setMaking,
      remove: setDeleting,
      openMenu: (key, byPointer = false) => setMenu(key === null ? null : { key, byPointer }),
    }),
    [canTakePart, store, reactions, reply, me.id, t, tell],
  )
  return { actions, menu, deleting, doneDeleting: () => setDeleting(null), making, doneMaking: () => setMaking(null), told }
}

/** A sentence that is shown for a moment. */
function useTold(): [string | null, (text: string) => void] {
  const [told, setTold] = useState<{ readonly text: string } | null>(null)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => setTold(null), TOLD_MS)
    return () => clearTimeout(timer)
  }, [told])
  const tell = useCallback((text: string) => setTold({ text }), [])
  return [told?.text ?? null, tell]
}

/** On a touch screen words are otherwise not to be selected: a finger that rests there opens the menu. Until nothing is selected any more. */
function selectRow(key: string) {
  const words = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-kata]`)
  if (!words) return
  words.dataset.pilih = ''
  getSelection()?.selectAllChildren(words)
  const onChange = () => {
    if (!getSelection()?.isCollapsed) return
    delete words.dataset.pilih
    document.removeEventListener('selectionchange', onChange)
  }
  document.addEventListener('selectionchange', onChange)
}
