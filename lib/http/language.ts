import { createTranslator } from 'next-intl'
import type { RefusalCode } from '@/lib/domain/refusal'
import en from '@/lib/i18n/en/api.json'
import id from '@/lib/i18n/id/api.json'

export type Bahasa = 'id' | 'en'

/** The reader's language: Indonesian unless English is preferred to it. RFC 9110, 12.5.4. */
export function languageOf(acceptLanguage: string | null): Bahasa {
  if (!acceptLanguage) return 'id'
  const weights = { id: 0, en: 0 }
  for (const range of acceptLanguage.slice(0, 500).split(',')) {
    const [tag = '', ...params] = range.trim().toLowerCase().split(';')
    const q = Number(params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean) ?? 1)
    // `in` is what ISO 639 called Indonesian until 1989; Java and old Android still say so.
    const primary = tag.split('-')[0]?.replace(/^in$/, 'id')
    if (primary === 'id' || primary === 'en') weights[primary] = Math.max(weights[primary], q)
  }
  return weights.en > weights.id ? 'en' : 'id'
}

/** Each code has a sentence in each language. */
const MESSAGES = { id, en } as const satisfies Record<Bahasa, { galat: Record<RefusalCode, string> }>

const translators = {
  id: createTranslator({ locale: 'id', messages: { api: MESSAGES.id }, namespace: 'api' }),
  en: createTranslator({ locale: 'en', messages: { api: MESSAGES.en }, namespace: 'api' }),
}

/** What a success can say. */
export type OkMessage = keyof typeof id.ok

type Key = Parameters<(typeof translators)['id']>[0]

/** A sentence of the API's catalogue, in the reader's language. A key that is not there is told as the general one. */
export function say(bahasa: Bahasa, key: string, params?: Readonly<Record<string, string | number>>): string {
  const translate = translators[bahasa]
  return translate.has(key as Key) ? translate(key as Key, params as never) : translate('validasi.invalid')
}
