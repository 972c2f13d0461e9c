import { expect, test } from 'vitest'
import { EMAIL, emailOf } from './email'

test('an address is kept in one spelling', () => {
  expect(emailOf(' R&D@Klinik.ID ')).toBe('r&d@klinik.id')
  expect(emailOf('budi@MÜNCHEN.de')).toBe('budi@xn--mnchen-3ya.de')
  expect(emailOf('budi@xn--mnchen-3ya.de')).toBe('budi@xn--mnchen-3ya.de')
  expect(emailOf('budi@mu\u0308nchen.de')).toBe('budi@xn--mnchen-3ya.de')
})

test('what mail servers deliver to is an address, and nothing else', () => {
  for (const one of ['r&d@klinik.id', "o'brien@klinik.id", 'a+b@x.co.id', 'budi@münchen.de', 'x@例え.テスト', 'a.b_c-d@sub.klinik.id'])
    expect(emailOf(one), one).toMatch(EMAIL)
  for (const one of [
    '',
    'budi',
    'budi@',
    '@klinik.id',
    'budi@klinik',
    'a@b@c.id',
    'a b@c.id',
    '.a@c.id',
    'a..b@c.id',
    'a.@c.id',
    'büdi@klinik.id',
  ])
    expect(emailOf(one), one).not.toMatch(EMAIL)
  for (const one of [
    'a@-c.id',
    'a@c-.id',
    'a@1.2.3.4',
    'a@ü:80.de',
    'a@ü/b.de',
    'a@ü..de',
    'a@[::1]',
    '"a b"@c.id',
    'a<b@c.id',
    'a@ü?b.de',
  ])
    expect(emailOf(one), one).not.toMatch(EMAIL)
})
