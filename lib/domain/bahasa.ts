/** The languages that the clinic speaks to people in. */
export const BAHASA = ['id', 'en'] as const
export type Bahasa = (typeof BAHASA)[number]

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
