'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Viewed } from '@/app/_jenis/shared/shown'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { useViewerKey } from './use-viewer-key'
import { type More, ViewerContext } from './viewer-context'

const picturesScreen = later(() => import('./pictures-screen').then((part) => part.PicturesScreen))
const pagesScreen = later(() => import('./pages-screen').then((part) => part.PagesScreen))

/** Around a conversation: its pictures open above it, one after the other, and each of its PDFs page by page. */
export function Viewer({ viewed, children, ...more }: { viewed: readonly Viewed[]; children: ReactNode } & Partial<More>) {
  const { key, open: openAt, turnTo, close } = useViewerKey()
  const opener = useRef<HTMLElement>(null)
  const [handed, setHanded] = useState<Viewed | null>(null)
  const open = useCallback(
    (what: string | Viewed, element: HTMLElement) => {
      opener.current = element
      if (typeof what !== 'string') setHanded(what)
      openAt(typeof what === 'string' ? what : what.shown.key)
    },
    [openAt],
  )
  const looked = [...viewed, ...(handed ? [handed] : [])].find(({ shown }) => shown.key === key)
  // What lies between is fetched before it is passed over.
  const pictures = viewed.filter(({ shown, ruas }) => shown.tipe === 'image' && ruas === looked?.ruas)
  const index = pictures.findIndex(({ shown }) => shown.key === key)
  const picture = pictures[index]
  const go = (by: number) => {
    const next = pictures[index + by]
    if (next) turnTo(next.shown.key)
  }
  // One that was deleted meanwhile is gone from here too.
  useEffect(() => {
    if (key !== null && !looked) close()
  }, [key, looked, close])
  const ways = { onClose: close, onFailed: close, onClosed: () => opener.current?.focus() }
  return (
    <ViewerContext value={open}>
      {children}
      {picture && <LaterPart of={picturesScreen} picture={picture} place={[index + 1, pictures.length]} go={go} {...more} {...ways} />}
      {looked?.shown.tipe === 'file' && <LaterPart of={pagesScreen} file={looked} {...ways} />}
    </ViewerContext>
  )
}
