import { randomBytes } from 'node:crypto'
import { createTranslator } from 'next-intl'
import { KONFIRMASI_MS } from '@/lib/domain/sesi'
import { env } from '@/lib/env'
import surat from '@/lib/i18n/id/surat.json'
import { issueKonfirmasiToken } from '@/lib/operations/confirm-email'
import type { SuratEmailDigantiPayload, SuratKonfirmasiPayload } from './later'
import { sendMail } from './mail'

const t = createTranslator({ locale: 'id', messages: { surat }, namespace: 'surat' })

const newLetterId = () => randomBytes(12).toString('hex')

/** Asks whoever reads this address to confirm it. Like that of a forgotten password, the token stands nowhere but in the letter. */
export async function kirimSuratKonfirmasi({ pengguna_id, email }: SuratKonfirmasiPayload): Promise<void> {
  const token = await issueKonfirmasiToken(pengguna_id, email)
  if (!token) return
  const tautan = new URL(`/konfirmasi-email#${token}`, env().nextAuthUrl).href
  const text = t('konfirmasi.isi', { tautan, hari: KONFIRMASI_MS / 86_400_000 })
  await sendMail({ to: email, subject: t('konfirmasi.perihal'), text, id: newLetterId() })
}

/** Tells the old address that it is not this account's any more, so that whoever did not want it can say so. */
export async function kirimSuratEmailDiganti({ email }: SuratEmailDigantiPayload): Promise<void> {
  await sendMail({ to: email, subject: t('emailDiganti.perihal'), text: t('emailDiganti.isi'), id: newLetterId() })
}
