/** The zones of Indonesia, in hours ahead of UTC all year round. */
export const ZONA = { WIB: 7, WITA: 8, WIT: 9 } as const
export type Zona = keyof typeof ZONA

/** Entries of `mingguan` and of `libur`, and the most that `maks_aktif` may be. */
export const MINGGUAN_MAX = 50
export const LIBUR_MAX = 100
export const MAKS_AKTIF_MAX = 1000

/** Hours of one day of each week: 1 is Monday. From `mulai` on, before `selesai`; `24:00` is the end of the day. */
export interface JamPraktik {
  readonly hari: number
  readonly mulai: string
  readonly selesai: string
}

/** Days (`YYYY-MM-DD`) on which there are no hours, both included. */
interface Libur {
  readonly dari: string
  readonly sampai: string
}

/** When a dokter takes new konsultasi, in their own zone. Without `mingguan` every hour is one; without `maks_aktif` there are never too many. */
export interface Jadwal {
  readonly zona: Zona
  readonly mingguan: readonly JamPraktik[]
  readonly libur: readonly Libur[]
  /** Pending and active ones together. */
  readonly maks_aktif: number | null
}

export const JADWAL_KOSONG: Jadwal = { zona: 'WIB', mingguan: [], libur: [], maks_aktif: null }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const DAY_MS = DAY_MINUTES * MINUTE_MS
const WEEK = 7

/** Minutes since midnight; `24:00` is 1440. */
export const minutesOf = (jam: string): number => Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3))

/** Do two of these share a moment? Those that only touch do not. */
export const overlap = (mingguan: readonly JamPraktik[]): boolean =>
  mingguan.some((one, n) =>
    mingguan.some(
      (other, m) =>
        m > n &&
        other.hari === one.hari &&
        minutesOf(other.mulai) < minutesOf(one.selesai) &&
        minutesOf(one.mulai) < minutesOf(other.selesai),
    ),
  )

/** A moment as a clock and a calendar there show it. */
interface Local {
  readonly day: string
  /** 1 is Monday. */
  readonly hari: number
  readonly minute: number
}

function localOf(at: Date, zona: Zona): Local {
  const there = new Date(at.getTime() + ZONA[zona] * 60 * MINUTE_MS)
  return {
    day: there.toISOString().slice(0, 10),
    hari: there.getUTCDay() || WEEK,
    minute: there.getUTCHours() * 60 + there.getUTCMinutes(),
  }
}

/** A minute of a day there; 1440 is midnight at its end. */
const momentOf = (day: string, minute: number, zona: Zona): Date => new Date(Date.parse(day) + (minute - ZONA[zona] * 60) * MINUTE_MS)

const isLibur = (day: string, libur: readonly Libur[]) => libur.some(({ dari, sampai }) => dari <= day && day <= sampai)

/** Is this moment within the hours, and no holiday? */
export function isOpenAt({ zona, mingguan, libur }: Jadwal, at: Date): boolean {
  const { day, hari, minute } = localOf(at, zona)
  if (isLibur(day, libur)) return false
  return (
    mingguan.length === 0 || mingguan.some((jam) => jam.hari === hari && minutesOf(jam.mulai) <= minute && minute < minutesOf(jam.selesai))
  )
}

/** When the hours begin again; null while they are on, and where no day will ever have any. */
export function opensAt(jadwal: Jadwal, at: Date): Date | null {
  if (isOpenAt(jadwal, at)) return null
  const { zona, mingguan, libur } = jadwal
  const now = localOf(at, zona)
  // Each holiday is passed over at once; between two of them a week has every day that there are hours on.
  for (let day = now.day, steps = (libur.length + 1) * (WEEK + 1); steps > 0; steps -= 1) {
    const holiday = libur.find(({ dari, sampai }) => dari <= day && day <= sampai)
    const first = holiday ? null : firstOn(day, mingguan, day === now.day ? now.minute : -1)
    if (first !== null) return momentOf(day, first, zona)
    day = dayAfter(holiday ? holiday.sampai : day)
  }
  return null
}

/** The first minute after this one at which hours begin on that day. */
function firstOn(day: string, mingguan: readonly JamPraktik[], after: number): number | null {
  if (mingguan.length === 0) return after < 0 ? 0 : null
  const hari = new Date(day).getUTCDay() || WEEK
  const begins = mingguan.filter((jam) => jam.hari === hari).map(({ mulai }) => minutesOf(mulai))
  const later = begins.filter((minute) => minute > after)
  return later.length > 0 ? Math.min(...later) : null
}

const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

/** What decides whether somebody takes a new konsultasi now; the SIP is asked of beside it. */
export interface Kesediaan {
  /** The switch. */
  readonly tersedia: boolean
  readonly jadwal: Jadwal | null
  /** Pending and active ones. */
  readonly terbuka: number
}

/** Does a dokter take a new konsultasi at this moment? Switch on, within hours, no holiday, and fewer than `maks_aktif`. */
export const isTersedia = ({ tersedia, jadwal, terbuka }: Kesediaan, at: Date): boolean =>
  tersedia && (jadwal === null || (isOpenAt(jadwal, at) && (jadwal.maks_aktif === null || terbuka < jadwal.maks_aktif)))
