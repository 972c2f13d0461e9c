import { randomBytes } from 'node:crypto'
import { createTranslator } from 'next-intl'
import { ATUR_ULANG_MS } from '@/lib/domain/sesi'
import { env } from '@/lib/env'
import surat from '@/lib/i18n/id/surat.json'
import { issueResetToken } from '@/lib/operations/reset-password'
import type { SuratSandiPayload } from './later'
import { sendMail } from './mail'

const t = createTranslator({ locale: 'id', messages: { surat }, namespace: 'surat.sandi' })

/**
 * Writes to whoever forgot their password, if there is such an account. The token stands nowhere but in the letter; it is
 * in the part of the address that browsers keep to themselves, so that no log of a server ever has it.
 */
export async function kirimSuratSandi({ email }: SuratSandiPayload): Promise<void> {
  const token = await issueResetToken(email)
  if (!token) return
  const tautan = new URL(`/lupa-sandi#${token}`, env().nextAuthUrl).href
  const isi = t('isi', { tautan, menit: ATUR_ULANG_MS / 60_000 })
  await sendMail({ to: email, subject: t('perihal'), text: isi, id: randomBytes(12).toString('hex') })
}
