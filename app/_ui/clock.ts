'use client'

import { useNow } from 'next-intl'
import { useSyncExternalStore } from 'react'

const MINUTE = 60_000

/** The server writes times in the zone of most of its readers; see `useZone`. */
const SERVER_ZONE = 'Asia/Jakarta'

/** The zone to show times in: WIB in the server's HTML and while waking up, then the device's own. */
export const useZone = (): string => useSyncExternalStore(never, deviceZone, () => SERVER_ZONE)

/** Now, to the minute, in milliseconds: the server's now while waking up, then the device's, renewed each minute. */
export function useMinute(): number {
  const atRequest = useNow().getTime()
  return useSyncExternalStore(eachMinute, thisMinute, () => atRequest)
}

const never = () => () => {}
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || SERVER_ZONE
const thisMinute = () => Math.ceil(Date.now() / MINUTE) * MINUTE

function eachMinute(renew: () => void) {
  const timer = setInterval(renew, MINUTE / 4)
  return () => clearInterval(timer)
}
