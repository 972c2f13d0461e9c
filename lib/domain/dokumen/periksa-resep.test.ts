import { describe, expect, test } from 'vitest'
import { DAFTAR_OBAT } from './daftar-obat'
import { DAFTAR_TERLARANG } from './daftar-terlarang'
import { keyOf } from './nama-obat'
import { isAllergen, isTerlarang, periksaResep } from './periksa-resep'

describe('names', () => {
  test.each([
    ['amoxicillin', 'Amoksisilin'],
    ['Co-deine', 'kodeina'],
    ['ciprofloxacin', 'siprofloksasin'],
    ['Azithromycin', 'AZITROMISIN'],
    ['chlоramphenicol', 'kloramfenikol'],
    ['k0dein', 'codeine'],
    ['ke​tamin', 'ketamine'],
  ])('%s and %s are one', (a, b) => expect(keyOf(a)).toBe(keyOf(b)))

  test('no name of the lists stands for two different things', () => {
    const seen = new Map<string, string>()
    const clashes: string[] = []
    for (const { nama, namaLain } of DAFTAR_OBAT)
      for (const one of [nama, ...namaLain]) {
        const other = seen.get(keyOf(one))
        if (other && other !== nama) clashes.push(`${one}: ${nama} / ${other}`)
        seen.set(keyOf(one), nama)
      }
    expect(clashes).toEqual([])
  })

  test('nothing that may be prescribed has a name of what may not', () =>
    expect(DAFTAR_OBAT.flatMap(({ nama, namaLain }) => [nama, ...namaLain]).filter(isTerlarang)).toEqual([]))
})

describe('narcotics and psychotropics', () => {
  test.each(DAFTAR_TERLARANG.map(({ nama }) => nama))('%s', (nama) => expect(isTerlarang(`Tab. ${nama.toUpperCase()} 10 mg`)).toBe(true))
  test.each([
    'Codeine 10mg',
    'codein',
    'Xanax 0,5',
    'ko dein',
    'MORPHINE',
    'Phenobarbital',
    'C.o.d.e.i.n',
    'kodein + parasetamol',
    'diasepam',
    'Danalgin',
    'Proneuron kaplet',
    'Frixitas 0.5',
    'Pulvis Dover',
    'Bellaphen',
    'OxyNorm',
  ])('%s', (nama) => expect(isTerlarang(nama)).toBe(true))
  test.each(['dekstrometorfan', 'parasetamol', 'tramadol', 'loperamid', 'karbamazepin', 'Naloxone'])('not %s', (nama) =>
    expect(isTerlarang(nama)).toBe(false),
  )
})

describe('allergies', () => {
  test.each([
    ['Amoxicillin 500 mg', 'amoksisilin'],
    ['Augmentin', 'amoksisilin'],
    ['ampisilin', 'penisilin'],
    ['Augmentin sirup', 'Golongan penicillin'],
    ['cefixime', 'Cephalosporin'],
    ['Bactrim forte', 'sulfa'],
    ['kotrimoksazol', 'sulfametoksazol'],
    ['Ponstan', 'NSAID'],
    ['aspirin', 'OAINS'],
    ['Panadol', 'paracetamol'],
    ['Obatku baru 5 mg', 'obatku baru'],
    ['Penisilin V', 'penisilin'],
    ['amoksisilin', 'amoxilin'],
    ['Lapimox', 'penisilin'],
    ['Clavamox', 'amoxcillin'],
    ['ampisilin', 'pinisillin'],
    ['parasetamol', 'parasitamol'],
    ['ibuprofen', 'ibuprofin dan udang'],
    ['kotrimoksazol', 'sulfonamit'],
    ['Bodrex Extra', 'ibuprofen'],
    ['Bodrex extra', 'NSAID'],
    ['Saridon', 'OAINS'],
    ['Paramex', 'paracetamol'],
    ['Aspilet', 'aspirin'],
    ['Betadine', 'yodium'],
  ])('%s meets an allergy to %s', (nama, zat) => expect(isAllergen(nama, zat)).toBe(true))

  test.each([
    ['ampisilin', 'amoksisilin'],
    ['cefixime', 'penisilin'],
    ['parasetamol', 'NSAID'],
    ['ferro sulfat', 'sulfa'],
    ['salbutamol', 'udang'],
    ['prednison', 'prednisolon'],
  ])('%s does not meet an allergy to %s', (nama, zat) => expect(isAllergen(nama, zat)).toBe(false))
})

/** What people are allergic to that is no medicine. */
const BUKAN_OBAT =
  'udang kepiting kerang cumi ikan ikan-laut makanan-laut seafood telur kacang kacang-tanah kacang-mete susu susu-sapi laktosa gandum gluten kedelai cokelat stroberi tomat nanas mangga durian jamur madu pengawet pewarna penyedap msg micin debu tungau bulu-kucing bulu-anjing serbuk-sari rumput dingin panas matahari lateks nikel plester deterjen sabun parfum kosmetik sengatan-lebah tawon semut nyamuk ulat-bulu cat-rambut alkohol antibiotik vaksin obat-bius golongan-antibiotik tidak-tahu tidak-ada lupa-namanya semua-obat-sakit-kepala'
    .split(' ')
    .map((zat) => zat.replaceAll('-', ' '))

test.each(BUKAN_OBAT)('an allergy to %s resembles no medicine', (zat) =>
  expect(DAFTAR_OBAT.filter(({ nama }) => isAllergen(nama, zat)).map(({ nama }) => nama)).toEqual([]),
)

describe('a resep', () => {
  test.each([
    [{ nama: 'Racikan', kekuatan: 'kodein 10 mg, ctm 2 mg' }],
    [{ nama: 'Racikan batuk', catatan: 'isi: ambroksol 10 mg, kodein 5 mg; m.f. pulv' }],
    [{ nama: 'Puyer', catatan: 'CTM 2 mg dan diazepam 1 mg' }],
  ])('what is in a mixture counts wherever it is written: %o', (obat) =>
    expect(periksaResep([obat], [], [])).toEqual([{ ke: 0, sebab: 'terlarang', diabaikan: false }]),
  )
  test('what is in a mixture meets an allergy too', () =>
    expect(periksaResep([{ nama: 'Puyer', catatan: 'amoksisilin 100 mg, ctm 1 mg' }], ['penisilin'], [])).toHaveLength(1))
  test('a note that warns of a medicine has nothing of it in it', () =>
    expect(periksaResep([{ nama: 'parasetamol', catatan: 'jangan bersama diazepam atau ibuprofen' }], ['NSAID'], [])).toEqual([]))

  test('an allergy counts until it is overridden', () => {
    const obat = [{ nama: 'Amoxsan' }]
    const met = { ke: 0, sebab: 'alergi', dengan: 'amoxicillin' }
    expect(periksaResep(obat, ['amoxicillin'], [])).toEqual([{ ...met, diabaikan: false }])
    expect(periksaResep(obat, ['amoxicillin'], ['Amoksisilin'])).toEqual([{ ...met, diabaikan: true }])
  })
  test('each allergy that is met wants its own reason', () => {
    const said = periksaResep([{ nama: 'Amoxsan' }], ['amoxicillin', 'penisilin', 'udang'], ['amoxicillin'])
    expect(said.map(({ dengan, diabaikan }) => [dengan, diabaikan])).toEqual([
      ['amoxicillin', true],
      ['penisilin', false],
    ])
  })
  test('the same substance twice needs a note on one of them', () => {
    const twice = [{ nama: 'Panadol' }, { nama: 'ibuprofen' }, { nama: 'parasetamol 500 mg' }]
    expect(periksaResep(twice, [], [])).toEqual([{ ke: 2, sebab: 'ganda', dengan: 'Panadol', diabaikan: false }])
    expect(periksaResep([...twice.slice(0, 2), { nama: 'parasetamol', catatan: 'hanya kalau demam' }], [], [])).toEqual([])
    expect(periksaResep([{ nama: 'Zatbaru 5 mg tablet' }, { nama: 'zatbaru 10mg' }], [], [])).toHaveLength(1)
  })
  test('nothing overrides the list of narcotics', () =>
    expect(periksaResep([{ nama: 'kodein', catatan: 'perlu' }], ['kodein'], ['kodein'])).toEqual([
      { ke: 0, sebab: 'terlarang', diabaikan: false },
    ]))
})
