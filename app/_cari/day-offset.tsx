'use client'

import { useSyncExternalStore } from 'react'
import { WIB } from './wib'

/** Tells the server in which zone the days of this form are meant; without scripts they are days in WIB. */
export function DayOffset() {
  const minutes = useSyncExternalStore(never, deviceOffset, () => WIB)
  return minutes === WIB ? null : <input type="hidden" name="geser" value={minutes} />
}

const never = () => () => {}
const deviceOffset = () => -new Date().getTimezoneOffset()
