import { describe, expect, test } from 'vitest'
import { ATURAN, type Siapa } from './aturan'
import { findInJawaban, PERTANYAAN_MAX, pertanyaanFor, pertanyaanOf, problemOf, tingkatOf, withJawaban } from './kuesioner'

const siapa = (umurBulan: number | null, jenisKelamin: 'L' | 'P' | null = null): Siapa => ({
  umurBulan,
  jenisKelamin,
  hamil: null,
  hubungan: 'diri',
})
const kodeFor = (who: Siapa) => pertanyaanFor(who).map(({ kode }) => kode)
const raised = (jawaban: Record<string, boolean | number | string>, who: Siapa) =>
  findInJawaban(jawaban, withJawaban(who, jawaban)).map(({ kode }) => kode)

test.each([0, 1, 24, 59, 60, 119, 120, 400, 671, 672, 1000, null])(
  'at %s months nobody is asked more than twelve, and each question follows the one it depends on',
  (umur) => {
    for (const sex of ['L', 'P', null] as const) {
      const asked = pertanyaanFor(siapa(umur, sex))
      expect(asked.length).toBeLessThanOrEqual(PERTANYAAN_MAX)
      for (const [n, { bila }] of asked.entries()) if (bila) expect(asked.slice(0, n).map(({ kode }) => kode)).toContain(bila.kode)
    }
  },
)

test('a child under five is asked what a child is asked, a woman whether she is pregnant', () => {
  expect(kodeFor(siapa(24))).toContain('tidak_bisa_minum')
  expect(kodeFor(siapa(24))).not.toContain('nyeri_dada')
  expect(kodeFor(siapa(60))).toContain('nyeri_dada')
  expect(kodeFor(siapa(300, 'P'))).toContain('hamil')
  expect(kodeFor(siapa(300, 'L'))).not.toContain('hamil')
  expect(kodeFor(siapa(100, 'P'))).not.toContain('hamil')
  expect(kodeFor(siapa(null))).toContain('hamil')
})

test('an answer is a sign where its rule fits age, sex and pregnancy', () => {
  expect(raised({ nyeri_dada: true }, siapa(400))).toEqual(['nyeri_dada'])
  expect(raised({ nyeri_dada: false }, siapa(400))).toEqual([])
  expect(raised({ demam: true }, siapa(1))).toEqual(['bayi_bahaya'])
  expect(raised({ demam: true }, siapa(2))).toEqual([])
  expect(raised({ demam: true, suhu: 37.5 }, siapa(1))).toEqual(['bayi_bahaya'])
  expect(raised({ demam: true, suhu: 39 }, siapa(2))).toEqual(['demam_tinggi'])
  expect(raised({ hamil: true, hamil_keluhan: 'perdarahan' }, siapa(300, 'P'))).toEqual(['hamil_perdarahan'])
  expect(raised({ hamil: false, hamil_keluhan: 'perdarahan' }, siapa(300, 'P'))).toEqual([])
})

test('an answer in words is read as a keluhan is', () => {
  expect(raised({ obat: 'minum racun serangga' }, siapa(400))).toEqual(['keracunan'])
  expect(raised({ obat: 'parasetamol, tidak sesak' }, siapa(400))).toEqual([])
  expect(raised({ sejak: 'hari_ini' }, siapa(400))).toEqual([])
})

test('a fever that lasts is told by two answers together', () => {
  expect(raised({ demam: true, sejak: '4_7_hari' }, siapa(400))).toEqual(['demam_lama'])
  expect(raised({ demam: true, sejak: 'lebih_seminggu' }, siapa(24))).toEqual(['demam_lama'])
  expect(raised({ demam: true, sejak: '1_3_hari' }, siapa(400))).toEqual([])
  expect(raised({ demam: false, sejak: '4_7_hari' }, siapa(400))).toEqual([])
  expect(raised({ sejak: '4_7_hari' }, siapa(400))).toEqual([])
})

test('what is answered must be what was asked for', () => {
  const of = (kode: string, jawaban: unknown) => problemOf(pertanyaanOf(kode), jawaban)?.key ?? null
  expect([of('sesak', true), of('sejak', 'hari_ini'), of('suhu', 38.5), of('obat', ''), of('obat', '😀'.repeat(500))]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect([of('tidak_ada', true), of('sesak', 'ya'), of('sejak', 'besok'), of('suhu', 100), of('suhu', '38')]).toEqual([
    'pertanyaan',
    'jenis',
    'choice',
    'between',
    'jenis',
  ])
  expect([of('obat', 1), of('obat', 'a'.repeat(501)), of('sesak', null)]).toEqual(['jenis', 'too_long', 'jenis'])
})

test('the highest sign is how urgent it is', () => {
  expect(tingkatOf([])).toBe('hijau')
  expect(tingkatOf([{ tingkat: 'kuning' }])).toBe('kuning')
  expect(tingkatOf([{ tingkat: 'kuning' }, { tingkat: 'merah' }])).toBe('merah')
})

describe('each rule', () => {
  test.each(ATURAN.map((one) => [one.kode, one] as const))('%s names its source, speaks both languages and can be raised', (kode, one) => {
    expect(one.sumber.length).toBeGreaterThan(20)
    expect(one.kalimat.id && one.kalimat.en).toBeTruthy()
    expect(one.frasa.length + one.jawaban.length).toBeGreaterThan(0)
    expect(kode).toMatch(/^[a-z_]+$/)
    for (const sign of one.jawaban) {
      const asked = pertanyaanOf(sign.kode)
      expect(asked, sign.kode).toBeDefined()
      if ('sama' in sign && typeof sign.sama === 'string') expect(asked?.pilihan?.map((p) => p.kode)).toContain(sign.sama)
    }
  })

  test('has a kode of its own', () => expect(new Set(ATURAN.map(({ kode }) => kode)).size).toBe(ATURAN.length))
})

test('a rule about pregnancy speaks to nobody whose pregnancy is not known, whatever their age', () => {
  for (const umur of [null, 300]) expect(raised({ hamil_keluhan: 'perdarahan' }, siapa(umur))).toEqual([])
  expect(raised({ hamil: true, hamil_keluhan: 'perdarahan' }, siapa(null))).toEqual(['hamil_perdarahan'])
})
