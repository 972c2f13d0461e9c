import fc from 'fast-check'
import { LinkifyIt } from 'linkify-it'
import { describe, expect, test } from 'vitest'
import { mayHoldLink, segmentsOf } from './pesan-text'

const found = (text: string) => segmentsOf(text).flatMap((one) => (one.kind === 'text' ? [] : [`${one.text} > ${one.href}`]))

describe('links in a pesan', () => {
  test.each([
    ['Lihat https://klinik.id/hasil?x=1.', 'https://klinik.id/hasil?x=1 > https://klinik.id/hasil?x=1'],
    ['Buka klinik.co.id ya', 'klinik.co.id > https://klinik.co.id/'],
    ['(www.kemkes.go.id)', 'www.kemkes.go.id > https://www.kemkes.go.id/'],
    ['tulis ke apotek@klinik.id', 'apotek@klinik.id > mailto:apotek@klinik.id'],
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

  test('an address with a name before its host leads only to what can be read there', () => {
    for (const one of segmentsOf('https://klinik.id@jahat.example/masuk')) if (one.kind !== 'text') expect(one.href).toBe(`${one.text}/`)
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
    const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(!mayHoldLink(text))
        expect(linkify.match(text)).toBeNull()
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
    ['atau 0274-565656.', '0274-565656 > tel:+62274565656'],
    ['di Singapura +65 6123 4567', '+65 6123 4567 > tel:+6561234567'],
  ])('%s', (text, phone) => expect(found(text)).toEqual([phone]))

  test.each([
    'tensi 120/80',
    '3171234567890001',
    '10.30',
    '2026-11-25',
    '02-03-2026',
    'Rp 250.000',
    'STR-0812345',
    '0,5 mg',
    'kode 081234567890123456',
  ])('%s is none', (text) => expect(found(text)).toEqual([]))
})
