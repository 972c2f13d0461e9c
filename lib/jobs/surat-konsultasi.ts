import { createTranslator } from 'next-intl'
import { findPasienEmail } from '@/lib/data/surat'
import { toId } from '@/lib/domain/id'
import { env } from '@/lib/env'
import surat from '@/lib/i18n/id/surat.json'
import type { SuratKonsultasiPayload } from './later'
import { sendMail } from './mail'

// In Indonesian: of nobody is more known than their address.
const t = createTranslator({ locale: 'id', messages: { surat }, namespace: 'surat.konsultasi' })

/** Tells the pasien that their dokter has answered or completed. The letter says that something waits and where, nothing of what. */
export async function kirimSuratKonsultasi({ konsultasi_id, status }: SuratKonsultasiPayload): Promise<void> {
  const to = await findPasienEmail(konsultasi_id)
  if (!to) return
  const id = toId('konsultasi', konsultasi_id)
  const tautan = new URL(`/pasien/konsultasi/${id}`, env().nextAuthUrl).href
  await sendMail({ to, subject: t('perihal'), text: t('isi', { tautan }), id: `${id}.${status}` })
}
