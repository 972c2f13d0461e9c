import { createTranslator } from 'next-intl'
import { findEmail } from '@/lib/data/surat'
import { env } from '@/lib/env'
import surat from '@/lib/i18n/id/surat.json'
import type { SuratKeputusanPayload } from './later'
import { sendMail } from './mail'

// In Indonesian: of nobody is more known than their address.
const t = createTranslator({ locale: 'id', messages: { surat }, namespace: 'surat.keputusan' })

/** Tells a dokter that an admin decided about their verification, and where to read it: neither what was decided nor why. */
export async function kirimSuratKeputusan({ pengguna_id, surat_id }: SuratKeputusanPayload): Promise<void> {
  const to = await findEmail(pengguna_id)
  if (!to) return
  const tautan = new URL('/dokter', env().nextAuthUrl).href
  await sendMail({ to, subject: t('perihal'), text: t('isi', { tautan }), id: `keputusan.${surat_id}` })
}
