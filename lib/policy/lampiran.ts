import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { canRead, canTakePart } from './konsultasi'

interface Uploaded extends Pick<KonsultasiHead, 'pasienId' | 'dokterId' | 'penerusId'> {
  readonly pengunggahId: string
  readonly terkirim: boolean
}

/** Once it is sent, whoever reads the konsultasi reads it; before, it is its uploader's alone. */
export const canReadLampiran = (actor: Actor, lampiran: Uploaded) =>
  lampiran.terkirim ? canRead(actor, lampiran) : actor.id === lampiran.pengunggahId

/** Whoever may write in a konsultasi may upload for it. */
export const canUpload = canTakePart
