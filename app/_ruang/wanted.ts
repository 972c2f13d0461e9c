import { STATUS_KONSULTASI, type StatusKonsultasi } from '@/lib/domain/konsultasi'
import { SARING_MEJA, type SaringMeja } from '@/lib/domain/penanda'

/** What of the desk is shown. */
export interface Wanted {
  readonly status?: StatusKonsultasi
  readonly saring?: SaringMeja
  readonly q?: string
  readonly cursor?: string
}

export const STATUS_FILTERS = [
  [undefined, 'semua'],
  ['pending', 'menunggu'],
  ['active', 'berlangsung'],
  ['completed', 'selesai'],
] as const

/** What an address asks for; a filter that is none counts as left out. A cursor counts where the server has taken it. */
export function wantedIn(search: Pick<URLSearchParams, 'get'>, known: string | undefined): Wanted {
  const [status, saring, q, cursor] = ['status', 'saring', 'q', 'cursor'].map((name) => search.get(name))
  return {
    status: STATUS_KONSULTASI.find((one) => one === status),
    saring: SARING_MEJA.find((one) => one === saring),
    q: q?.trim() || undefined,
    cursor: cursor === known ? known : undefined,
  }
}
