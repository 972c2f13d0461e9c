import { createTranslator } from 'next-intl'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { ProblemKey, RefusalCode } from '@/lib/domain/refusal'
import en from '@/lib/i18n/en/api.json'
import id from '@/lib/i18n/id/api.json'

/** Each code has a sentence in each language. */
const MESSAGES = { id, en } as const satisfies Record<Bahasa, { galat: Record<RefusalCode, string> }>

/** A text that is not there is a mistake of ours, never another sentence. */
const onError = (error: Error) => {
  throw error
}
const translators = {
  id: createTranslator({ locale: 'id', messages: { api: MESSAGES.id }, namespace: 'api', onError }),
  en: createTranslator({ locale: 'en', messages: { api: MESSAGES.en }, namespace: 'api', onError }),
}

export type OkKey = keyof typeof id.ok
type Key = Parameters<(typeof translators)['id']>[0]

/** A sentence of the API's catalogue, in the reader's language. */
export const say = (bahasa: Bahasa, key: Key, params?: Readonly<Record<string, string | number>>): string =>
  translators[bahasa](key, params as never)

/** @throws where the catalogue has no such sentence about a field */
export function problemKey(word: string): ProblemKey {
  if (Object.hasOwn(id.validasi, word)) return word as ProblemKey
  throw new Error(`api.validasi has no sentence for ${word}`)
}
