import { expect, test } from 'vitest'
import { looksOf, pretends } from './nama'
import { isName } from './text'

test('a name is one that people see all of', () => {
  for (const nama of ['Budi', "Ma'ruf", 'Ma’ruf', 'José', 'Siti 👍🏽', '👨‍👩‍👧 Budi', '❤️ Ani', 'Иван', '王小明', 'محمد', 'R. A. Kartini'])
    expect(isName(nama), nama).toBe(true)
  for (const code of [
    0xad, 0x34f, 0x200b, 0x200c, 0x200d, 0x2060, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfdd0, 0xffff, 0x1fffe, 0xe0041, 0x10ffff,
  ])
    expect(isName(`Bu${String.fromCodePoint(code)}di`), code.toString(16)).toBe(false)
})

test('nobody is called verified, or the clinic’s admin, or half in another script', () => {
  for (const nama of [
    'dr. Budi ✅ Terverifikasi',
    'dr. Budi ✔️',
    'dr. Budi ☑',
    'dr. Budi (terverifikasi)',
    'Admin Sapa',
    'ADMIN',
    'Klinik Admin',
    'Аdmin Sapa',
    'Ａｄｍｉｎ',
    'Administrator',
    'dr. Вudi',
    'Bυdi',
  ])
    expect(pretends(nama), nama).toBe(true)
  for (const nama of ['dr. Budi Hartono, Sp.PD', 'Yasmin Adminah', 'Badminton', 'Иван Петров', 'Ελένη', 'Verawati', 'Łukasz', '王 Budi'])
    expect(pretends(nama), nama).toBe(false)
})

test('names that look alike have the same looks, and others have not', () => {
  for (const [one, other] of [
    ['dr. Budi Hartono, Sp.PD', 'Budi Hartono'],
    ['Budi Hartono', 'BUDI  HARTONO'],
    ['Budi Hartono', 'Вudi Наrtоnо'],
    ['Budi Hartono', 'Bud1 Hart0no'],
    ['Ma’ruf', "Ma'ruf"],
    ['José', 'Jose\u0301'],
    ['Amir', 'Arnir'],
    ['Wati', 'VVati'],
    ['lndra', 'Indra'],
  ] as const)
    expect(looksOf(one), `${one} | ${other}`).toBe(looksOf(other))
  expect(looksOf('Budi Hartono')).not.toBe(looksOf('Budi Hartanto'))
  expect(looksOf('Siti')).not.toBe(looksOf('Sita'))
})
