import { Readable } from 'node:stream'
import type { DokumenView, ReadDokumenPdf } from '@/lib/contract/dokumen'
import { recordAccess } from '@/lib/data/audit'
import { findDokumenFor, listDokumenOf, readPdf } from '@/lib/data/dokumen'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadDokumen } from '@/lib/policy/dokumen'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { lendBytes } from '@/lib/storage/lend'
import { type Download, pageOf } from './read-lampiran'

/** All that came out of a konsultasi, in the order in which it was issued. @throws Refusal `not_found`, `forbidden` */
export async function listDokumen(actor: Actor, id: string, alasan?: string): Promise<DokumenView[]> {
  const k = await findKonsultasiFor(actor, id)
  allow(canReadDokumen(actor, k))
  await recordAccess(actor, 'dokumen', k, alasan)
  return (await listDokumenOf(k.id)).map(presentDokumen)
}

/** @throws Refusal `not_found`, `forbidden` */
export async function readDokumen(actor: Actor, id: string, alasan?: string): Promise<DokumenView> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canReadDokumen(actor, k))
  await recordAccess(actor, 'dokumen', k, alasan)
  return presentDokumen(dokumen)
}

/** A dokumen as it is printed, the same bytes for ever, or one page of it as a picture. @throws Refusal `not_found`, `forbidden`, and what drawing may refuse */
export async function readDokumenPdf(actor: Actor, id: string, { halaman, alasan }: ReadDokumenPdf): Promise<Download> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canReadDokumen(actor, k))
  await recordAccess(actor, 'dokumen', k, alasan)
  const { nomor, versi, sha256_pdf: sidik } = presentDokumen(dokumen)
  const nama = `${nomor.replaceAll('/', '-')}${versi > 1 ? `-v${versi}` : ''}.pdf`
  if (halaman !== undefined)
    return pageOf(actor, { nama, sidik, lend: async (use) => lendBytes(actor.id, await readPdf(dokumen.id), use) }, { halaman })
  const pdf = await readPdf(dokumen.id)
  return {
    mime: 'application/pdf',
    nama,
    isInline: false,
    sidik,
    bytes: async () => ({ ukuran: pdf.length, open: async ({ start, end }) => Readable.from([pdf.subarray(start, end + 1)]) }),
  }
}
