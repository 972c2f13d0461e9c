import type { Readable } from 'node:stream'
import type { ReadLampiran } from '@/lib/contract/lampiran'
import { recordAccess } from '@/lib/data/audit'
import { type FoundLampiran, readLampiranRow } from '@/lib/data/lampiran'
import { downloadNameOf } from '@/lib/domain/lampiran-name'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadLampiran } from '@/lib/policy/lampiran'
import type { Span } from '@/lib/storage/store'
import { store } from '@/lib/storage/the-store'

/** Bytes that somebody may have: what they are, and how to get at them. */
export interface Download {
  readonly mime: string
  /** Bytes. */
  readonly ukuran: number
  /** As a file would be called that is saved. */
  readonly nama: string
  /** May a browser show it in its place? Only pictures that we made and recordings that we measured. */
  readonly isInline: boolean
  /** Another one whenever any of the bytes is another. */
  readonly sidik: string
  /** @throws Refusal `unavailable` */
  readonly open: (span: Span) => Promise<Readable>
}

/**
 * The bytes of a lampiran, or of its small picture. What an admin reads is written down first.
 * @throws Refusal `not_found` (also without a small picture, and after its pesan was deleted), `forbidden`
 */
export async function readLampiran(actor: Actor, id: string, { varian, alasan }: ReadLampiran): Promise<Download> {
  const found = await readLampiranRow(id)
  const { pasien_id: pasienId, dokter_id: dokterId, pengunggah_id: pengunggahId, terkirim } = found
  allow(canReadLampiran(actor, { pasienId, dokterId, pengunggahId, terkirim }))
  if (varian === 'thumb' && !found.kunci_thumb) throw new Refusal('not_found')
  await recordAccess(actor, 'lampiran', found.konsultasi_id, alasan)
  return varian === 'thumb' ? small(found) : whole(found)
}

const whole = ({ lampiran, kunci, sidik }: FoundLampiran): Download => ({
  mime: lampiran.mime,
  ukuran: lampiran.ukuran,
  nama: downloadNameOf(lampiran.nama, lampiran.mime),
  isInline: lampiran.tipe !== 'file',
  sidik,
  open: async (span) => (await store()).read(kunci, span),
})

const small = ({ lampiran, kunci_thumb, ukuran_thumb, sidik }: FoundLampiran): Download => ({
  mime: 'image/webp',
  ukuran: ukuran_thumb ?? 0,
  nama: downloadNameOf(lampiran.nama, 'image/webp'),
  isInline: true,
  // Of one picture there is one small one; it is as long as only it is.
  sidik: `${sidik}-${ukuran_thumb}`,
  open: async (span) => (await store()).read(kunci_thumb ?? '', span),
})
