import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { canRead } from './konsultasi'

/** Profil are of pasien: themselves, and whom they book for. */
export const canHaveProfil = (actor: Actor) => actor.peran === 'pasien'

/** A profil is read, changed and archived by whose account it is of; of a konsultasi it is read with that. */
export const canReadOwnProfil = (actor: Actor, profil: { readonly pemilik_id: string }) =>
  canHaveProfil(actor) && actor.id === profil.pemilik_id

/** Whoever reads a konsultasi reads whom it treats. */
export const canReadProfilOf = canRead

interface Shared extends Pick<KonsultasiHead, 'dokterId' | 'status'> {
  readonly bagikanRiwayat: boolean
}

/** May this person read any riwayat at all? */
export const canReadAnyRiwayat = (actor: Actor) => actor.peran === 'dokter'

/** Its dokter reads what was before as long as the konsultasi is open, where the pasien said so when booking. */
export const canReadRiwayat = (actor: Actor, k: Shared) =>
  canReadAnyRiwayat(actor) && actor.id === k.dokterId && k.bagikanRiwayat && (k.status === 'pending' || k.status === 'active')
