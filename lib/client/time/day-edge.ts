import { WIB, WIB_OFFSET } from '@/lib/domain/zona'
import { aheadOf } from './wall-clock'

const MINUTE = 60_000

/**
 * An hour of a day (`2026-03-29`, `00:00:00`) as the clocks of a zone show it on that day, not on the day of asking: `2026-03-29T00:00:00+01:00`.
 * @param zone IANA; one that is none counts as WIB
 */
export function dayEdge(day: string, hour: string, zone: string): string {
  const written = Date.parse(`${day}T${hour}Z`)
  if (Number.isNaN(written)) return `${day}T${hour}${WIB_OFFSET}`
  const ahead = clockOf(zone)
  // What the clocks say there decides what instant it is, which decides what the clocks say: a second look settles it.
  const minutes = ahead(new Date(written - ahead(new Date(written)) * MINUTE))
  return `${day}T${hour}${offset(minutes)}`
}

function clockOf(zone: string): (at: Date) => number {
  try {
    const ahead = aheadOf(zone)
    ahead(new Date(0))
    return ahead
  } catch {
    return aheadOf(WIB)
  }
}

function offset(minutes: number): string {
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}
