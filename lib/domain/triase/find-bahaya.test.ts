import { expect, test } from 'vitest'
import type { Siapa } from './aturan'
import { findBahaya } from './find-bahaya'

const DEWASA: Siapa = { umurBulan: 420, jenisKelamin: 'L', hamil: null, hubungan: 'diri' }

const ms = (text: string) => {
  findBahaya(text, DEWASA)
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now()
    findBahaya(text, DEWASA)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[7] ?? 0
}

test.each([
  ['one word', 'sakit '.repeat(833)],
  ['signs that are all negated', 'tidak sesak napas dada '.repeat(220)],
  ['slips in every word', 'sezak nafaz kejnag pingzan '.repeat(190)],
  ['one letter', 'a'.repeat(5000)],
  ['numbers', '1'.repeat(5000)],
  ['one-digit numbers', '1,'.repeat(2500)],
  ['questions', 'apa sesak kalau dada takut sakit '.repeat(150)],
  ['signs and newlines', 'dada\n'.repeat(1000)],
  ['letters of other scripts', '頭が痛い'.repeat(1200)],
  ['marks', 'ś̈̈'.repeat(1600)],
])('a hostile text of 5,000 characters takes a few milliseconds: %s', (_name, text) => {
  const took = ms(text)
  console.info(_name, took.toFixed(2))
  expect(took).toBeLessThan(20)
})
