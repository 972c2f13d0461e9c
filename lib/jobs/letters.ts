import { createTranslator } from 'next-intl'
import type { Bahasa } from '@/lib/domain/bahasa'
import { env } from '@/lib/env'
import en from '@/lib/i18n/en/surat.json'
import id from '@/lib/i18n/id/surat.json'
import { sendMail } from './mail'

/** What letters and notifications say, in the language of whoever reads them. */
const translators = {
  id: createTranslator({ locale: 'id', messages: { surat: id }, namespace: 'surat' }),
  en: createTranslator({ locale: 'en', messages: { surat: en }, namespace: 'surat' }),
}

export const wordsFor = (bahasa: Bahasa) => translators[bahasa]

type Kind = Exclude<keyof typeof id, 'push' | 'kaki'>

interface Letter {
  readonly to: string
  readonly bahasa: Bahasa
  readonly kind: Kind
  /** What fills the text, such as the address that it leads to. */
  readonly params?: Record<string, string | number>
  /** The same for each try of one letter. */
  readonly id: string
}

/** Sends a letter of this kind, with the clinic's name and how to reach it below. @throws when it is worth another try */
export async function sendLetter({ to, bahasa, kind, params = {}, id: letterId }: Letter): Promise<void> {
  const t = wordsFor(bahasa)
  const text = `${t(`${kind}.isi`, params as never)}${footOf(t)}`
  await sendMail({ to, subject: t(`${kind}.perihal`), text, id: letterId })
}

/** Who wrote it, and how to reach them; nothing where the operator has not said. */
function footOf(t: ReturnType<typeof wordsFor>): string {
  const { nama, kontak } = env().klinik
  const lines = [nama, kontak && t('kaki.kontak', { kontak })].filter(Boolean)
  return lines.length > 0 ? `\n-- \n${lines.join('\n')}\n` : ''
}
