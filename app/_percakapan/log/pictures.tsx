'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { listenIn } from '@/app/_jenis/audio/listening'
import { viewedOf } from '@/app/_jenis/shared/shown'
import { Viewer } from '@/app/_jenis/viewer/viewer'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { hasNewer, hasOlder } from '@/lib/client/thread/thread-window'

/** Around the log and what stands beside it: all of the conversation's pictures can be looked at one after the other, its PDFs page by page, and what is being listened to ends with it. */
export function Pictures({ children }: { children: ReactNode }) {
  const t = useTranslations('lampiran')
  const { me, store } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  const viewed = useMemo(
    () =>
      viewedOf(
        [...pesan.values()].sort((a, b) => a.urutan - b.urutan),
        undefined,
        { id: me.id, nama: t('anda') },
      ),
    [pesan, me.id, t],
  )
  const older = useThread(({ thread }) => hasOlder(thread))
  const newer = useThread(({ thread }) => hasNewer(thread))
  const seek = useCallback(
    async (by: number) => {
      await (by < 0 ? store.loadOlder() : store.loadNewer())
      return store.snapshot()[by < 0 ? 'older' : 'newer'] !== 'failed'
    },
    [store],
  )
  useEffect(() => listenIn(() => store.snapshot().thread.pesan), [store])
  return (
    <Viewer viewed={viewed} older={older} newer={newer} seek={seek}>
      {children}
    </Viewer>
  )
}
