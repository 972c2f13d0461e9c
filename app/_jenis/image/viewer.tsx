'use client'

import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import type { Viewed } from '@/app/_jenis/shared/shown'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { useViewerKey } from './use-viewer-key'
import { type More, ViewerContext } from './viewer-context'

const viewerScreen = later(() => import('./viewer-screen').then((part) => part.ViewerScreen))

/** Around a conversation: its pictures open above it, one after the other. */
export function Viewer({ pictures, children, ...more }: { pictures: readonly Viewed[]; children: ReactNode } & Partial<More>) {
  const { key, open: openAt, turnTo, close } = useViewerKey()
  const opener = useRef<HTMLElement>(null)
  const open = useCallback(
    (key: string, element: HTMLElement) => {
      opener.current = element
      openAt(key)
    },
    [openAt],
  )
  const index = pictures.findIndex(({ shown }) => shown.key === key)
  const picture = pictures[index]
  const go = (by: number) => {
    const next = pictures[index + by]
    if (next) turnTo(next.shown.key)
  }
  // One that was deleted meanwhile is gone from here too.
  useEffect(() => {
    if (key !== null && !picture) close()
  }, [key, picture, close])
  return (
    <ViewerContext value={open}>
      {children}
      {picture && (
        <LaterPart
          of={viewerScreen}
          picture={picture}
          place={[index + 1, pictures.length]}
          go={go}
          {...more}
          onClose={close}
          onFailed={close}
          onClosed={() => opener.current?.focus()}
        />
      )}
    </ViewerContext>
  )
}
