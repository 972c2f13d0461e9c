export const STATUS_KONSULTASI = ['pending', 'active', 'completed', 'cancelled', 'rejected', 'expired'] as const
export type StatusKonsultasi = (typeof STATUS_KONSULTASI)[number]

export const KELUHAN_MIN = 10
export const KELUHAN_MAX = 2000

/** Characters of `alasan` and `catatan_penutup`. */
export const ALASAN_MAX = 2000

/** From each status, where a konsultasi can go. What is not here is final. */
const NEXT: Partial<Record<StatusKonsultasi, readonly StatusKonsultasi[]>> = {
  pending: ['active', 'cancelled', 'rejected', 'expired'],
  active: ['completed'],
}

export const canBecome = (from: StatusKonsultasi, to: StatusKonsultasi): boolean => NEXT[from]?.includes(to) ?? false

/** What somebody can do with a konsultasi now: the answers travel to the page, so that the page never repeats a rule. */
export type Abilities = Readonly<Record<'kirim' | 'terima' | 'tolak' | 'batalkan' | 'selesaikan', boolean>>
export type AbilitiesByStatus = Readonly<Record<StatusKonsultasi, Abilities>>

/** What every rule about a konsultasi needs to know of it. */
export interface KonsultasiHead {
  readonly id: string
  readonly pasienId: string
  readonly dokterId: string
  /** The dokter whom it was handed over to, and who may read it. */
  readonly penerusId?: string | null
  readonly status: StatusKonsultasi
  readonly rev: number
}

/** The two people: who hears of what happens in it. */
export const peopleOf = ({ pasienId, dokterId }: Pick<KonsultasiHead, 'pasienId' | 'dokterId'>): [string, string] => [pasienId, dokterId]

/** The other of the two people. */
export const otherThan = (k: Pick<KonsultasiHead, 'pasienId' | 'dokterId'>, penggunaId: string): string =>
  penggunaId === k.pasienId ? k.dokterId : k.pasienId
