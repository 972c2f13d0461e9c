import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Siapa } from './aturan'
import { findBahaya } from './find-bahaya'

const SIAPA: Record<string, Siapa> = {
  dewasa: { umurBulan: 420, jenisKelamin: null, hamil: null, hubungan: 'diri' },
  balita: { umurBulan: 24, jenisKelamin: 'P', hamil: null, hubungan: 'anak' },
  bayi: { umurBulan: 1, jenisKelamin: 'L', hamil: null, hubungan: 'anak' },
  hamil: { umurBulan: 336, jenisKelamin: 'P', hamil: true, hubungan: 'diri' },
}

interface Contoh {
  readonly merah: boolean
  readonly teks: string
  readonly siapa: Siapa
}

const readKorpus = (name: string): Contoh[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, label, teks = '', siapa = 'dewasa'] = /^(merah|bukan) \| (.*?)(?: @(\w+))?$/.exec(line) ?? []
      return { merah: label === 'merah', teks, siapa: SIAPA[siapa] as Siapa }
    })

const isMerah = ({ teks, siapa }: Contoh) => findBahaya(teks, siapa).some(({ tingkat }) => tingkat === 'merah')

function measure(name: string) {
  const all = readKorpus(name)
  const merah = all.filter((one) => one.merah)
  const bukan = all.filter((one) => !one.merah)
  const missed = merah.filter((one) => !isMerah(one))
  const alarms = bukan.filter(isMerah)
  return {
    merah: merah.length,
    bukan: bukan.length,
    missed,
    alarms,
    recall: 1 - missed.length / merah.length,
    palsu: alarms.length / bukan.length,
  }
}

test('of the sentences that the rules were built with, at least 95 % are seen and at most 2 % are false alarms', () => {
  const one = measure('korpus-pembangun.txt')
  console.info(`pembangun: recall ${one.recall.toFixed(3)} of ${one.merah}, false alarms ${one.palsu.toFixed(3)} of ${one.bukan}`)
  console.info([...one.missed.map(({ teks }) => `not seen: ${teks}`), ...one.alarms.map(({ teks }) => `false alarm: ${teks}`)].join('\n'))
  expect(one.recall).toBeGreaterThanOrEqual(0.95)
  expect(one.palsu).toBeLessThanOrEqual(0.02)
})

// Nobody looks at which of these fail while a rule is changed: the figures say how the rules do with sentences that they were not made for.
test('of the sentences that only measure, as many are seen', () => {
  const one = measure('korpus-pengukur.txt')
  console.info(`pengukur: recall ${one.recall.toFixed(3)} of ${one.merah}, false alarms ${one.palsu.toFixed(3)} of ${one.bukan}`)
  expect(one.recall).toBeGreaterThanOrEqual(0.95)
  expect(one.palsu).toBeLessThanOrEqual(0.02)
})

test('looking at a pesan takes less than a millisecond', () => {
  const all = [...readKorpus('korpus-pembangun.txt'), ...readKorpus('korpus-pengukur.txt')]
  for (const { teks, siapa } of all) findBahaya(teks, siapa)
  const start = performance.now()
  for (const { teks, siapa } of all) findBahaya(teks, siapa)
  const each = (performance.now() - start) / all.length
  console.info(`${(each * 1000).toFixed(0)} µs a pesan`)
  expect(each).toBeLessThan(1)
})
