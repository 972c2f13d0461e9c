import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayHoldLink } from './pesan-links'
import { segmentsOf } from './pesan-text'

const found = (text: string) => segmentsOf(text).flatMap((one) => (one.kind === 'text' ? [] : [`${one.text} > ${one.href}`]))

describe('links in a pesan', () => {
  test.each([
    ['Lihat https://klinik.id/hasil?x=1.', 'https://klinik.id/hasil?x=1 > https://klinik.id/hasil?x=1'],
    ['Buka klinik.co.id ya', 'klinik.co.id > https://klinik.co.id/'],
    ['(www.kemkes.go.id)', 'www.kemkes.go.id > https://www.kemkes.go.id/'],
    ['tulis ke apotek@klinik.id', 'apotek@klinik.id > mailto:apotek@klinik.id'],
    ['mailto:apotek@klinik.id!', 'mailto:apotek@klinik.id > mailto:apotek@klinik.id'],
    ['Hasil:https://lab.example/a?b=c#d', 'https://lab.example/a?b=c#d > https://lab.example/a?b=c#d'],
    ['https://lab.example/hasil_(1)', 'https://lab.example/hasil_(1) > https://lab.example/hasil_(1)'],
    ['(lihat https://lab.example/hasil).', 'https://lab.example/hasil > https://lab.example/hasil'],
    ['*https://lab.example/x*🙏', 'https://lab.example/x > https://lab.example/x'],
    ['HTTPS://Lab.Example:8443/X', 'HTTPS://Lab.Example:8443/X > https://lab.example:8443/X'],
  ])('%s', (text, link) => expect(found(text)).toEqual([link]))

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(document.cookie)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://klinik.id/x',
    'intent://scan/#Intent;scheme=zxing;end',
    'https://klinik.id/\u202egnp.exe',
    '<img src=x onerror=alert(1)>',
    'dosis 3x1, 10.30-11.00, 01-02-2026 10:00',
  ])('%s leads nowhere', (text) => expect(found(text)).toEqual([]))

  test.each([
    'https://klinik.id@jahat.example/masuk',
    'https://siti:rahasia@klinik.id/',
    'https://klinik.id\u2215@evil.com',
    'https://example.com\u2044evil.id',
    'https://klinik.id\\@evil.com',
    'https://kl\u0456nik.id/masuk',
    'kl\u0456nik.id',
    'https://klinik\u3002id@evil.com',
    'https://2130706433/',
    'https://0x7f.1/',
    'siti@kl\u0456nik.id',
    'https://klinik.id\u200b/x',
  ])('%s reads as another address than it is, and leads nowhere', (text) => expect(found(text)).toEqual([]))

  test.each([
    'Saya dr. Andi, Sp.JP',
    'dr.Siti,Sp.PK',
    'Budi, M.Si',
    'Rina, A.Md.Kep',
    'obatnya habis.sy beli lagi',
    'makan.td pagi',
    '5.ml',
    '2.5.ml',
    '500.mg',
    'baik dok.bs',
    '3.id',
    'a.com',
  ])('%s is prose', (text) => expect(found(text)).toEqual([]))

  test('with a scheme or www. every ending is an address', () => {
    expect(found('https://lab.bs dan www.lab.bs')).toEqual(['https://lab.bs > https://lab.bs/', 'www.lab.bs > https://www.lab.bs/'])
  })

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.emailAddress(),
    fc.constantFrom('javascript:', 'mailto:', '//', ' ', '\n', '@', '.', 'klinik', '.id', '0812-3456-7890', '+62 ', '\u202e', 'www.'),
  )
  const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

  test('whatever is written, the pieces are the text again, and lead only where a browser runs nothing', () => {
    fc.assert(
      fc.property(written, (text) => {
        const segments = segmentsOf(text)
        expect(segments.map((one) => one.text).join('')).toBe(text)
        for (const one of segments) if (one.kind !== 'text') expect(new URL(one.href).protocol).toMatch(/^(https?|mailto|tel):$/)
      }),
    )
  })

  test('what is not even looked through holds no link', () => {
    fc.assert(
      fc.property(written, (text) => {
        const links = segmentsOf(text).filter(({ kind }) => kind === 'link')
        if (links.length > 0) expect(mayHoldLink(text)).toBe(true)
        expect(segmentsOf(text.replace(/[.@]|\/\//g, ' ')).filter(({ kind }) => kind === 'link')).toEqual([])
      }),
    )
    for (const text of ['Suhu 38.5, minum 3x1.', 'Besok jam 10:30 ya dok...', 'Ya']) expect(mayHoldLink(text)).toBe(false)
  })
})

describe('phone numbers in a pesan', () => {
  test.each([
    ['telepon 0812-3456-7890 ya', '0812-3456-7890 > tel:+6281234567890'],
    ['WA +62 812 3456 789', '+62 812 3456 789 > tel:+628123456789'],
    ['IGD (021) 555 1234', '(021) 555 1234 > tel:+62215551234'],
    ['(021) 555 1234 (24 jam)', '(021) 555 1234 > tel:+62215551234'],
    ['atau 0274-565656.', '0274-565656 > tel:+62274565656'],
    ['di Singapura +65 6123 4567', '+65 6123 4567 > tel:+6561234567'],
    ['di Malaysia +60 12-345 6789', '+60 12-345 6789 > tel:+60123456789'],
    ['081-234-567-890', '081-234-567-890 > tel:+6281234567890'],
    ['081 234 567 890', '081 234 567 890 > tel:+6281234567890'],
    ['081.234.567.890', '081.234.567.890 > tel:+6281234567890'],
    ['0812 34 56 78 90', '0812 34 56 78 90 > tel:+6281234567890'],
    ['+6281 234 567 890', '+6281 234 567 890 > tel:+6281234567890'],
    ['6281234567890', '6281234567890 > tel:+6281234567890'],
    ['62 812 3456 7890', '62 812 3456 7890 > tel:+6281234567890'],
    ['+62(21)5551234', '+62(21)5551234 > tel:+62215551234'],
    ['+62 (0)812-3456-7890', '+62 (0)812-3456-7890 > tel:+6281234567890'],
    ['0812\u20133456\u20137890', '0812\u20133456\u20137890 > tel:+6281234567890'],
    ['0812\u20113456\u20117890', '0812\u20113456\u20117890 > tel:+6281234567890'],
    ['0812\u00a03456\u00a07890', '0812\u00a03456\u00a07890 > tel:+6281234567890'],
    ['(0812-3456-7890)', '0812-3456-7890 > tel:+6281234567890'],
    ['Telp.0812-3456-7890. 2 tablet', '0812-3456-7890 > tel:+6281234567890'],
    ['*0812-3456-7890*', '0812-3456-7890 > tel:+6281234567890'],
    ['\u202a+62 812-3456-7890\u202c', '+62 812-3456-7890 > tel:+6281234567890'],
    ['telp 0215551234', '0215551234 > tel:+62215551234'],
    ['Halo Kemkes 1500-567', '1500-567 > tel:1500567'],
    ['1500-567', '1500-567 > tel:1500567'],
    ['hubungi 1500567', '1500567 > tel:1500567'],
    ['Telepon 119 atau datang ke IGD', '119 > tel:119'],
    ['hubungi ambulans di nomor 119', '119 > tel:119'],
  ])('%s', (text, phone) => expect(found(text)).toEqual([phone]))

  test('two numbers with a slash or a comma between them are two', () => {
    const both = ['0812-3456-7890 > tel:+6281234567890', '0813-1111-2222 > tel:+6281311112222']
    expect(found('0812-3456-7890/0813-1111-2222')).toEqual(both)
    expect(found('0812-3456-7890, 0813-1111-2222')).toEqual(both)
  })

  test.each([
    'tensi 120/80',
    '3171234567890001',
    '10.30',
    '2026-11-25',
    '02-03-2026',
    'Rp 250.000',
    'STR-0812345',
    'STR-081234567890',
    '0,5 mg',
    'kode 081234567890123456',
    'kode 081234567890',
    '0600 1400 2200',
    '0730-1530-2330',
    'lot 0212345678',
    'nomor sampel 0212345678/2026',
    '0274-565-656-12',
    '0812-3456-7890-12',
    '0812-3456-789 10',
    '0812-3456-7890 12 tablet',
    '+62 81234567890 12',
    '08123456789 12',
    '021 55512 500 mg',
    '0812-3456-7890,5',
    '08-12-2026 10.30',
    'kalori 1500 500',
    'nadi 119',
    'telepon 119 kali',
    'tensi saat di telepon 119/80',
  ])('%s is none', (text) => expect(found(text)).toEqual([]))

  const part = fc.oneof(
    fc.stringMatching(/^\d{1,6}$/),
    fc.constantFrom('0812', '081', '021', '0274', '62', '+62', '(021)', '(0)', '1500', '119', 'telp ', 'jam ', '/', ', ', '\n'),
    fc.constantFrom(' ', '-', '.', '\u2011', '\u2013', '\u00a0', '', ' - '),
  )

  test('whatever is linked dials exactly the digits that are shown, and no digit stands beside it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const one of segmentsOf(text)) {
          const [before, after] = [text.slice(0, end), text.slice(end + one.text.length)]
          end += one.text.length
          if (one.kind !== 'telepon') continue
          const shown = one.text.replace('(0)', '').replace(/\D/g, '')
          expect([`tel:${shown}`, `tel:+${shown}`, `tel:+62${shown.replace(/^0/, '')}`]).toContain(one.href)
          // A plus or a bracket is where a number begins.
          if (/^\d/.test(one.text)) expect(before).not.toMatch(/\d[ .\-\u2011\u2013\u00a0]?$/)
          expect(after).not.toMatch(/^[ .\-\u2011\u2013\u00a0]?\d/)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
