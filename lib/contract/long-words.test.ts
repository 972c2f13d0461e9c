import { expect, test } from 'vitest'
import { rangeOf } from '@/lib/http/download'
import { SubscribePush } from './kabar'
import { RegisterPengguna } from './pengguna'

/** As long as a body may be: read once from each of its letters, this takes minutes. */
const LONG = 250_000

const register = { nama: 'Budi', email: 'budi@klinik.test', password: 'kata sandi yang panjang', peran: 'pasien' }
const subscription = { endpoint: 'https://push.test/x', keys: { p256dh: 'a'.repeat(87), auth: 'a'.repeat(22) } }

test.each([
  ['a name of letters', () => RegisterPengguna.safeParse({ ...register, nama: 'ā'.repeat(LONG / 2) })],
  ['a name of letters of another script', () => RegisterPengguna.safeParse({ ...register, nama: 'а'.repeat(LONG / 2) })],
  ['a host of letters beyond ASCII', () => RegisterPengguna.safeParse({ ...register, email: `a@${'é'.repeat(LONG / 2)}!` })],
  ['a host of many different letters', () => RegisterPengguna.safeParse({ ...register, email: `a@${manyLetters()}` })],
  ['an address of dots', () => RegisterPengguna.safeParse({ ...register, email: `a${'.a'.repeat(LONG / 2)}!` })],
  [
    'a key of nothing but its filling',
    () => SubscribePush.safeParse({ ...subscription, keys: { ...subscription.keys, auth: `${'='.repeat(LONG)}x` } }),
  ],
])('%s, as long as a body may be, is refused after it was read once', (_, parse) => {
  expect(parse().success).toBe(false)
})

test('a range of nothing but blanks is none, however long', () => {
  expect(rangeOf(`bytes=${' '.repeat(LONG)}x`, 10)).toBeNull()
})

test('the keys of a subscription have exactly their length', () => {
  const isTaken = (auth: string) => SubscribePush.safeParse({ ...subscription, keys: { ...subscription.keys, auth } }).success
  expect(['a'.repeat(21), 'a'.repeat(22), `${'a'.repeat(22)}==`, 'a'.repeat(23)].map(isTaken)).toEqual([false, true, true, false])
})

const manyLetters = () => Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
