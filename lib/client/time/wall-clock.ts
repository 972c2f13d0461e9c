/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
type Ahead = (at: Date) => number

const MINUTE = 60_000

/** Indonesia's zones, in which no clock is ever changed: their names and minutes ahead of UTC. */
const INDONESIA: ReadonlyMap<string, readonly [name: string, ahead: number]> = new Map([
  ['Asia/Jakarta', ['WIB', 7 * 60]],
  ['Asia/Pontianak', ['WIB', 7 * 60]],
  ['Asia/Makassar', ['WITA', 8 * 60]],
  ['Asia/Jayapura', ['WIT', 9 * 60]],
])

/** The clock of a zone, without the tables of `Intl` where it can be: a phone that opens a conversation has no time to load them (decision 080). */
export function aheadOf(zone: string): Ahead {
  const known = INDONESIA.get(zone)
  if (known) return () => known[1]
  if (zone === device) return (at) => -at.getTimezoneOffset()
  return aheadByTable(zone)
}

/** What the clocks of a zone show at an instant: the fields in UTC of the answer. */
export const wallTime = (at: Date, ahead: Ahead): Date => new Date(at.getTime() + ahead(at) * MINUTE)

/** What a zone is called at an instant: WIB, WITA and WIT in every language, since whoever reads English here lives by the same clocks. */
export function zoneName(zone: string, at: Date): string {
  const known = INDONESIA.get(zone)
  if (known) return known[0]
  const ahead = aheadOf(zone)(at)
  const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60]
  if (ahead === 0) return 'GMT'
  return `GMT${ahead < 0 ? '-' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
}

let device: string | null = null

/** What this device answered last; null while it has not been asked, or does not know. */
export const deviceZone = (): string | null => device

/** Asks for the zone of this device (IANA). Where only `Intl` knows it, the first time takes a phone dozens of milliseconds. */
export function askDeviceZone(): void {
  const { Temporal } = globalThis as { Temporal?: { Now: { timeZoneId(): string } } }
  device = Temporal?.Now.timeZoneId() ?? (Intl.DateTimeFormat().resolvedOptions().timeZone || null)
}

const tables = new Map<string, Ahead>()

function aheadByTable(zone: string): Ahead {
  const known = tables.get(zone)
  if (known) return known
  const words = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const ahead = (at: Date) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(words.format(at)) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
  }
  tables.set(zone, ahead)
  return ahead
}
