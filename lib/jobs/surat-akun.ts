import { randomBytes } from 'node:crypto'
import type { Payloads } from '@/lib/data/jobs'
import { findPenerimaSurat } from '@/lib/data/surat'
import { ATUR_ULANG_MS, KONFIRMASI_MS } from '@/lib/domain/sesi'
import { env } from '@/lib/env'
import { issueKonfirmasiToken } from '@/lib/operations/confirm-email'
import { issueResetToken } from '@/lib/operations/password'
import { sendLetter } from './letters'

/** Letters about an account. A token stands nowhere but in its letter, in the part of the address that browsers keep to themselves: no log of a server ever has it. */

const newLetterId = () => randomBytes(12).toString('hex')
const linkTo = (path: string) => new URL(path, env().nextAuthUrl).href

/** Asks whoever reads this address to confirm it. */
export async function sendSuratKonfirmasi({ pengguna_id, email }: Payloads['surat_konfirmasi']): Promise<void> {
  const token = await issueKonfirmasiToken(pengguna_id, email)
  if (!token) return
  const { bahasa } = (await findPenerimaSurat(pengguna_id)) ?? { bahasa: 'id' as const }
  const params = { tautan: linkTo(`/konfirmasi-email#${token}`), hari: KONFIRMASI_MS / 86_400_000 }
  await sendLetter({ to: email, bahasa, kind: 'konfirmasi', params, id: newLetterId() })
}

/** Writes to whoever forgot their password, if there is such an account. */
export async function sendSuratSandi({ email }: Payloads['surat_sandi']): Promise<void> {
  const issued = await issueResetToken(email)
  if (!issued) return
  const params = { tautan: linkTo(`/lupa-sandi#${issued.token}`), menit: ATUR_ULANG_MS / 60_000 }
  await sendLetter({ to: email, bahasa: issued.bahasa, kind: 'sandi', params, id: newLetterId() })
}

/** Tells the old address that it is not this account's any more, so that whoever did not want it can say so. */
export async function sendSuratEmailDiganti({ email, pengguna_id }: Payloads['surat_email_diganti']): Promise<void> {
  const penerima = pengguna_id ? await findPenerimaSurat(pengguna_id) : null
  await sendLetter({ to: email, bahasa: penerima?.bahasa ?? 'id', kind: 'emailDiganti', id: newLetterId() })
}

/** Tells somebody that codes of their second factor are being tried: whoever does that has their password. */
export async function sendSuratKodeSalah({ pengguna_id, surat_id }: Payloads['surat_kode_salah']): Promise<void> {
  const penerima = await findPenerimaSurat(pengguna_id)
  if (!penerima) return
  await sendLetter({
    to: penerima.email,
    bahasa: penerima.bahasa,
    kind: 'kodeSalah',
    params: { tautan: linkTo('/akun/keamanan') },
    id: surat_id,
  })
}

/** Tells a dokter that an admin decided about their verification, and where to read it: neither what was decided nor why. */
export async function sendSuratKeputusan({ pengguna_id, surat_id }: Payloads['surat_keputusan']): Promise<void> {
  const penerima = await findPenerimaSurat(pengguna_id)
  if (!penerima) return
  const params = { tautan: linkTo('/dokter') }
  await sendLetter({ to: penerima.email, bahasa: penerima.bahasa, kind: 'keputusan', params, id: `keputusan.${surat_id}` })
}
