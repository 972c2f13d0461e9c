'use client'

import { createContext, type MouseEvent, useContext } from 'react'
import type { Viewed } from '@/app/_jenis/shared/shown'

/**
 * Opens the viewer at the picture or PDF with this key, or at one that is no lampiran of the conversation, and gives the focus back to `opener` afterwards;
 * null where there is no viewer around.
 */
export const ViewerContext = createContext<((what: string | Viewed, opener: HTMLElement) => void) | null>(null)

export const useViewer = () => useContext(ViewerContext)

/** For a link to a PDF: a plain click looks at it here, where there is a viewer around; whoever wants a tab gets one. Null where there is none. */
export function useLookHere(what: string | Viewed) {
  const open = useViewer()
  if (!open) return null
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(what, event.currentTarget)
  }
  return { 'aria-haspopup': 'dialog', onClick } as const
}

/** Where the pictures that are known are not all of them. */
export interface More {
  /** Is there more of the conversation before what is known, and after it? */
  readonly older: boolean
  readonly newer: boolean
  /** Fetches the next piece of it in that direction, whatever it holds; false when it cannot be had now. */
  readonly seek: (by: number) => Promise<boolean>
}
