import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bacaCsv } from './baca-csv'
import { bacaDaftarDiagnosa, bacaDaftarObat } from './muat-daftar'
import { knownObat, periksaResep } from './periksa-resep'

const OBAT = `\uFEFFNama;Nama_lain;Zat;Bentuk;Kekuatan;Harga
Ibuprofen;Obatku|Obat-mu;;Tablet;400 mg;10
"Sirup ""Sehat""; dewasa";;acetaminophen + amoxicillin;sirup;;10

ibuprofen;Anu;;sirup;100 mg/5 ml;10
Ibuprofen;;;tablet;400 mg;12
Codeine 10 mg;;;tablet;;10
`

describe('a table', () => {
  test('is read as any program writes it: quotes, blank lines, either separator, any end of line', () => {
    const { kepala, baris } = bacaCsv('a,b\r\n"x ""y"", z\nw",1\r\n\r\n ,2')
    expect(kepala).toEqual(['a', 'b'])
    expect(baris.map(({ nomor, kolom }) => [nomor, ...kolom.values()])).toEqual([
      [2, 'x "y", z\nw', '1'],
      [5, '', '2'],
    ])
  })

  test('comes back as it was written', () => {
    const cell = fc.stringMatching(/^[a-z",;\n ]{0,6}$/).map((text) => text.trim())
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(cell, cell).filter((row) => row.some(Boolean)),
          { minLength: 1 },
        ),
        (rows) => {
          const written = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
          expect(bacaCsv(`a,b\n${written}`).baris.map(({ kolom }) => [...kolom.values()])).toEqual(rows)
        },
      ),
    )
  })
})

test('of medicines it has names, other names, substances, forms and strengths; what comes again adds to what was there', () => {
  const { entri, takDikenal, terlarang } = bacaDaftarObat(OBAT)
  const ibuprofen = [
    { bentuk: 'Tablet', kekuatan: '400 mg' },
    { bentuk: 'sirup', kekuatan: '100 mg/5 ml' },
  ]
  const sirup = [{ bentuk: 'sirup', kekuatan: null }]
  expect(entri).toEqual([
    { nama: 'Ibuprofen', zat: ['Ibuprofen'], kelas: null, namaLain: ['Obatku', 'Obat-mu', 'Anu'], sediaan: ibuprofen },
    { nama: 'Sirup "Sehat"; dewasa', zat: ['acetaminophen', 'amoxicillin'], kelas: null, namaLain: [], sediaan: sirup },
  ])
  expect([takDikenal, terlarang]).toEqual([['harga'], ['Codeine 10 mg']])
})

test('what a resep is looked at with knows the names of the loaded list too, and all that it knew before', () => {
  const known = knownObat(bacaDaftarObat(OBAT).entri)
  const against = (nama: string, ...alergi: string[]) => periksaResep([{ nama }], alergi, [], known).map(({ sebab }) => sebab)
  expect(against('Obatku 400 mg', 'nsaid')).toEqual(['alergi'])
  expect(against('Sirup "Sehat"; dewasa', 'penisilin')).toEqual(['alergi'])
  expect(against('Sirup "Sehat"; dewasa', 'parasetamol')).toEqual(['alergi'])
  expect(against('Ponstan', 'asam mefenamat')).toEqual(['alergi'])
  expect(against('kodein')).toEqual(['terlarang'])
  expect(against('Obatku', 'sulfa')).toEqual([])
})

test('diagnoses have a code each', () => {
  expect(bacaDaftarDiagnosa('kode,nama\na09,Gastroenteritis\nJ45.9,"Asma, tidak ditentukan"').entri).toEqual([
    { kode: 'A09', nama: 'Gastroenteritis' },
    { kode: 'J45.9', nama: 'Asma, tidak ditentukan' },
  ])
})

test.each([
  ['', 'line 1: the file is empty'],
  ['nama,nama\nx,y', 'line 1, column nama: two columns have this name'],
  ['obat\nx', 'line 1, column nama: the header has no such column'],
  ['nama', 'line 2: there is nothing below the header'],
  ['nama,zat\nx', 'line 2: there are 1 cells, and 2 in the header'],
  ['nama,zat\n\nx,y\n,y', 'line 4, column nama: is empty'],
  ['nama\n---', 'line 2, column nama: has no letters'],
  ['nama\n"x\ny"', 'line 2, column nama: has a line break'],
  ['nama\nx\n"y', 'line 3: a quotation mark is not closed'],
  ['nama\n"x"y', 'line 2: a quotation mark is not closed, or stands in the middle of a cell'],
  [`nama\n${'x'.repeat(501)}`, 'line 2, column nama: is longer than 500 characters'],
  ['nama,kelas\nx,opioid', 'line 2, column kelas: is one of penisilin, sefalosporin, sulfa, nsaid, or empty'],
])('says in one sentence what is wrong with %j', (text, said) => {
  expect(() => bacaDaftarObat(text)).toThrow(said)
})

test.each([
  ['kode,nama\nbatuk,Batuk', 'line 2, column kode: is not a code'],
  ['kode,nama\nA09,x\nB54,y\na09,z', 'line 4, column kode: stands in line 2 too'],
])('and of diagnoses %j', (text, said) => {
  expect(() => bacaDaftarDiagnosa(text)).toThrow(said)
})
