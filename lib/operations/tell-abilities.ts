import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { uuidOf } from '@/lib/domain/id'
import { STATUS_KONSULTASI, type StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { type Abilities, abilitiesOf } from '@/lib/policy/konsultasi'

/** What this person can do with this konsultasi in each status it may come to: an open page then follows a change without asking again. */
export function tellAbilities(
  actor: Actor,
  { pasien, dokter }: Pick<KonsultasiView, 'pasien' | 'dokter'>,
): Record<StatusKonsultasi, Abilities> {
  const pair = { pasienId: uuidOf('pengguna', pasien.id) ?? '', dokterId: uuidOf('pengguna', dokter.id) ?? '' }
  const told = STATUS_KONSULTASI.map((status) => [status, abilitiesOf(actor, { ...pair, status })] as const)
  return Object.fromEntries(told) as Record<StatusKonsultasi, Abilities>
}
