import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Texts = { readonly [key: string]: string | Texts }

const FOLDER = import.meta.dirname
const languages = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const others = languages.filter((language) => language !== 'id')
const filesOf = (language: string) => readdirSync(join(FOLDER, language)).sort()
const textsOf = (language: string, file: string): Texts => JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Texts

/** Every text by its whole key. */
const flat = (texts: Texts, above = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[above + key, text]] : flat(text, `${above}${key}.`)))

/** What fills a text: its ICU arguments by name (a language may need a plural where another does not), and the tags around its parts. */
function fillingsOf(text: string): string[] {
  const found = new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`))
  let at = 0
  const readText = () => {
    for (; at < text.length && text[at] !== '}'; at++) if (text[at] === '{') readArgument()
  }
  const readArgument = () => {
    const [whole = '', name = ''] = /^\{\s*(\w+)/.exec(text.slice(at)) ?? []
    found.add(name)
    at += whole.length
    for (; at < text.length && text[at] !== '}'; at++)
      if (text[at] === '{') {
        at++
        readText()
      }
  }
  readText()
  return [...found].sort()
}

test('every language has the same files', () => {
  expect(others).toContain('en')
  for (const language of others) expect(filesOf(language), language).toEqual(filesOf('id'))
})

for (const language of others)
  for (const file of filesOf('id'))
    test(`${language}/${file} has a text for each key, filled with the same`, () => {
      const fillings = (of: string) => Object.fromEntries(flat(textsOf(of, file)).map(([key, text]) => [key, fillingsOf(text)]))
      expect(fillings(language)).toEqual(fillings('id'))
    })

test('what fills a text is found in every branch of it', () => {
  expect(fillingsOf('<b>{nama}</b>: {jumlah, plural, =0 {Offline} other {# {apa} {saya, select, pasien {x} other {{lain}}}}}')).toEqual([
    '<b>',
    'apa',
    'jumlah',
    'lain',
    'nama',
    'saya',
  ])
})

/** Nouns of the code that an English reader does not have: they say doctor, patient and message. */
const OURS = /\b(dokter|pasien|pesan|konsultasi|dokumen|resep|lampiran|pengguna|profil)\b/i

test('the English texts name people and things in English', () => {
  const words = (text: string) => text.replace(/\{\w+(, (plural|select|number)[^{}]*)?/g, '').replace(/\b\w+ \{/g, '')
  const found = filesOf('en').flatMap((file) => flat(textsOf('en', file)).filter(([, text]) => OURS.test(words(text))))
  expect(found).toEqual([])
})
