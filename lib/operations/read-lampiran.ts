import { Readable } from 'node:stream'
import { countPage } from '@/lib/auth/activity-limit'
import type { ReadLampiran } from '@/lib/contract/lampiran'
import { recordAccess } from '@/lib/data/audit'
import { type FoundLampiran, readLampiranRow } from '@/lib/data/lampiran'
import { HALAMAN_KECIL, HALAMAN_PENUH } from '@/lib/domain/lampiran'
import { downloadNameOf } from '@/lib/domain/lampiran-name'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { drawPage } from '@/lib/inspection/page-drawer'
import { allow } from '@/lib/policy/allow'
import { canReadLampiran } from '@/lib/policy/lampiran'
import { lendFile } from '@/lib/storage/lend'
import type { Span } from '@/lib/storage/store'
import { store } from '@/lib/storage/the-store'

/** Bytes that somebody may have: what they are, and how to get at them. */
export interface Download {
  readonly mime: string
  /** As a file would be called that is saved. */
  readonly nama: string
  /** May a browser show it in its place? Only pictures that we made and recordings that we measured. */
  readonly isInline: boolean
  /** Another one whenever any of the bytes is another. */
  readonly sidik: string
  /** What has to be made first is made now. @throws Refusal `unavailable`, and what making it may refuse */
  readonly bytes: () => Promise<Bytes>
}

interface Bytes {
  readonly ukuran: number
  /** How many pages the PDF has that this is one of. */
  readonly jumlahHalaman?: number
  /** @throws Refusal `unavailable` */
  readonly open: (span: Span) => Promise<Readable>
}

/**
 * The bytes of a lampiran, of its small picture, or of one page of a PDF as a picture. What an admin reads is written down first.
 * @throws Refusal `not_found` (also without a small picture or pages, and after its pesan was deleted), `forbidden`
 */
export async function readLampiran(actor: Actor, id: string, { varian, halaman, alasan }: ReadLampiran): Promise<Download> {
  const found = await readLampiranRow(id)
  const { pasien_id: pasienId, dokter_id: dokterId, penerus_id: penerusId, pengunggah_id: pengunggahId, terkirim } = found
  allow(canReadLampiran(actor, { pasienId, dokterId, penerusId, pengunggahId, terkirim }))
  const read = readerOf(found, varian, halaman)
  if (!read) throw new Refusal('not_found')
  await recordAccess(actor, 'lampiran', { id: found.konsultasi_id, pasienId, dokterId }, alasan)
  return read(actor)
}

/** Null when it has no such picture. */
function readerOf(
  found: FoundLampiran,
  varian: ReadLampiran['varian'],
  halaman: ReadLampiran['halaman'],
): ((actor: Actor) => Download) | null {
  if (halaman !== undefined) return found.lampiran.tipe === 'file' ? (actor) => page(actor, found, halaman, varian) : null
  if (varian === 'thumb') return found.kunci_thumb ? () => small(found) : null
  return () => whole(found)
}

const whole = ({ lampiran, kunci, sidik }: FoundLampiran): Download => ({
  mime: lampiran.mime,
  nama: downloadNameOf(lampiran.nama, lampiran.mime),
  isInline: lampiran.tipe !== 'file',
  sidik,
  bytes: async () => ({ ukuran: lampiran.ukuran, open: async (span) => (await store()).read(kunci, span) }),
})

const small = ({ lampiran, kunci_thumb, ukuran_thumb, sidik }: FoundLampiran): Download => ({
  mime: 'image/webp',
  nama: downloadNameOf(lampiran.nama, 'image/webp'),
  isInline: true,
  // Of one picture there is one small one; it is as long as only it is.
  sidik: `${sidik}-${ukuran_thumb}`,
  bytes: async () => ({ ukuran: ukuran_thumb ?? 0, open: async (span) => (await store()).read(kunci_thumb ?? '', span) }),
})

/** Which way of drawing a copy is from that a browser kept: to be raised with a library that draws otherwise. */
const DRAWING = 1

const page = (actor: Actor, { lampiran, kunci, sidik }: FoundLampiran, halaman: number, varian: ReadLampiran['varian']): Download =>
  pageOf(
    actor,
    { nama: lampiran.nama, sidik, lend: (use) => lendFile(actor.id, { kunci, ukuran: lampiran.ukuran }, use) },
    { halaman, varian },
  )

interface Pdf {
  readonly nama: string
  readonly sidik: string
  /** Gives it as a file on this machine, as long as it is used. */
  readonly lend: <T>(use: (path: string) => Promise<T>) => Promise<T>
}

/** One page of a PDF as a picture, drawn anew for each browser that has not got it: lib/decisions/180-pages-of-a-pdf.md. */
export const pageOf = (
  actor: Actor,
  { nama, sidik, lend }: Pdf,
  { halaman, varian }: { readonly halaman: number; readonly varian?: ReadLampiran['varian'] },
): Download => ({
  mime: 'image/webp',
  nama: downloadNameOf(nama, 'image/webp'),
  isInline: true,
  sidik: `${sidik}-${varian ?? 'penuh'}-${halaman}-${DRAWING}`,
  bytes: async () => {
    await countPage(actor)
    const muat = varian === 'thumb' ? HALAMAN_KECIL : HALAMAN_PENUH
    const { gambar, jumlah } = await lend((pdf) => drawPage({ pdf, halaman, muat }, actor.id))
    return {
      ukuran: gambar.length,
      jumlahHalaman: jumlah,
      open: async ({ start, end }) => Readable.from([gambar.subarray(start, end + 1)]),
    }
  },
})
