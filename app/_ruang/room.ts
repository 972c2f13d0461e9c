'use client'

import { useSyncExternalStore } from 'react'

/** Is the window so wide, in CSS pixels? Never while the server draws: what only a wide window has is fetched there, and only there. */
function atLeast(width: number) {
  const media = `(min-width: ${width / 16}rem)`
  const subscribe = (listener: () => void) => {
    const query = matchMedia(media)
    query.addEventListener('change', listener)
    return () => query.removeEventListener('change', listener)
  }
  return { use: () => useSyncExternalStore(subscribe, () => matchMedia(media).matches, never) }
}

const never = () => false

/** The list stands beside the conversation. As in ruang.module.css. */
export const hasRoomForList = atLeast(1024)

/** And on its other side who is treated. */
export const hasRoomForPanel = atLeast(1440)
