'use client'

import { createContext, useContext } from 'react'

/** Opens the viewer at the picture or PDF with this key, and gives the focus back to `opener` afterwards; null where there is no viewer around. */
export const ViewerContext = createContext<((key: string, opener: HTMLElement) => void) | null>(null)

export const useViewer = () => useContext(ViewerContext)

/** Where the pictures that are known are not all of them. */
export interface More {
  /** Is there more of the conversation before what is known, and after it? */
  readonly older: boolean
  readonly newer: boolean
  /** Fetches the next piece of it in that direction, whatever it holds; false when it cannot be had now. */
  readonly seek: (by: number) => Promise<boolean>
}
