'use client'

import { useZone } from '@/app/_ui/time/clock'
import { WIB } from '@/lib/domain/zona'

/** Tells the server in which zone the days of this form are meant; without scripts they are days in WIB. */
export function DayZone() {
  const zone = useZone()
  return zone === WIB ? null : <input type="hidden" name="zona" value={zone} />
}
