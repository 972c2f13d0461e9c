'use client'

import { useNow, useTimeZone } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/client/page/listeners'
import { soon } from '@/lib/client/page/soon'
import { askDeviceZone, deviceZone } from '@/lib/client/time/wall-clock'
import { WIB } from '@/lib/domain/zona'

const MINUTE = 60_000

/**
 * The zone to show times in: in the server's HTML and while waking up what this device said at its last page (WIB at its first), then the
 * device's own.
 */
export function useZone(): string {
  const told = useTimeZone() ?? WIB
  return useSyncExternalStore(
    onZone,
    () => deviceZone() ?? told,
    () => told,
  )
}

/** Now, to the minute, in milliseconds: the server's now while waking up, then the device's, renewed each minute. */
export function useMinute(): number {
  const atRequest = minuteOf(useNow().getTime())
  return useSyncExternalStore(eachMinute, thisMinute, () => atRequest)
}

/** The device is asked once the page is awake, and when its reader comes back to it, perhaps from a journey. */
const onZone = shared((tell) => {
  const ask = () => {
    askDeviceZone()
    tell()
  }
  const stop = soon(ask)
  document.addEventListener('visibilitychange', ask)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', ask)
  }
})

const minuteOf = (ms: number) => Math.ceil(ms / MINUTE) * MINUTE
const thisMinute = () => minuteOf(Date.now())
const eachMinute = shared((tell) => {
  const timer = setInterval(tell, MINUTE / 4)
  return () => clearInterval(timer)
})

/** One source for everything on the page that listens to it: begun for the first, ended after the last. */
function shared(begin: (tell: () => void) => () => void): (listener: () => void) => () => void {
  const listeners = createListeners()
  let end: (() => void) | undefined
  return (listener) => {
    const stop = listeners.hear(listener)
    end ??= begin(listeners.tell)
    return () => {
      stop()
      if (!listeners.isEmpty()) return
      end?.()
      end = undefined
    }
  }
}
