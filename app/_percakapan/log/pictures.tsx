'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo } from 'react'
import { picturesOf } from '@/app/_lampiran/shown'
import { Viewer } from '@/app/_lampiran/viewer/viewer'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { stopPlaying } from '@/lib/client/lampiran/voice/player'

/** Around the log: the conversation's pictures can be looked at one after the other, and what is being listened to ends with it. */
export function Pictures({ children }: { children: ReactNode }) {
  const t = useTranslations('lampiran')
  const { saya } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  const pictures = useMemo(
    () =>
      picturesOf(
        [...pesan.values()].sort((a, b) => a.urutan - b.urutan),
        undefined,
        { id: saya.id, nama: t('anda') },
      ),
    [pesan, saya.id, t],
  )
  useEffect(() => stopPlaying, [])
  return <Viewer pictures={pictures}>{children}</Viewer>
}
