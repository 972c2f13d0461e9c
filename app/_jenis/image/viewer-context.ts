'use client'

import { createContext, useContext } from 'react'

/** Opens the viewer at the picture with this key, and gives the focus back to `opener` afterwards; null where there is no viewer around. */
export const ViewerContext = createContext<((key: string, opener: HTMLElement) => void) | null>(null)

export const useViewer = () => useContext(ViewerContext)
