import type { Asal } from '@/lib/data/sesi'
import { perangkatOf } from '@/lib/domain/perangkat'
import { ADDRESS_HEADER } from './address'

/** Where a request comes from, and with what, as a session keeps it. `header` reads one by its name in lower case. */
export const asalOf = (header: (name: string) => string | null | undefined): Asal => ({
  alamat: header(ADDRESS_HEADER) ?? null,
  perangkat: perangkatOf(header('user-agent')),
})
