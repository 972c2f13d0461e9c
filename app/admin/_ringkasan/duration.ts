const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A number of seconds as one number that people can compare: in the unit of which there are a few. */
export function durationOf(seconds: number): { unit: 'detik' | 'menit' | 'jam' | 'hari'; n: number } {
  if (seconds < 90) return { unit: 'detik', n: Math.round(seconds) }
  if (seconds < 90 * MINUTE) return { unit: 'menit', n: Math.round(seconds / MINUTE) }
  if (seconds < 2 * DAY) return { unit: 'jam', n: tenths(seconds / HOUR) }
  return { unit: 'hari', n: tenths(seconds / DAY) }
}

const tenths = (n: number) => Math.round(n * 10) / 10
