import type { Payloads } from '@/lib/data/jobs'
import { findPenerima } from '@/lib/data/pilihan-kabar'
import { findPasienOf } from '@/lib/data/surat'
import { toId } from '@/lib/domain/id'
import { isOver } from '@/lib/domain/kabar'
import { env } from '@/lib/env'
import { sendLetter } from './letters'

/**
 * Writes to one of the two people of a konsultasi that something waits and where, nothing of what. A letter that was written down by an
 * earlier version names nobody: it is for the pasien.
 */
export async function sendSuratKonsultasi({ konsultasi_id, pengguna_id, jenis = 'konsultasi', surat_id }: Payloads['surat_konsultasi']) {
  const whom = pengguna_id ?? (await findPasienOf(konsultasi_id))
  const penerima = whom ? await findPenerima(konsultasi_id, whom, jenis) : null
  if (!penerima || isOver(penerima, jenis)) return
  const id = toId('konsultasi', konsultasi_id)
  const tautan = new URL(`/${penerima.peran}/konsultasi/${id}`, env().nextAuthUrl).href
  const { email, bahasa, status } = penerima
  await sendLetter({ to: email, bahasa, kind: jenis, params: { tautan }, id: `${id}.${surat_id ?? status}` })
}
