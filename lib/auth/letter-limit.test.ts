import { expect, test } from 'vitest'
import { mailboxOf } from './letter-limit'

test.each([
  ['Siti+klinik@Klinik.id', 'siti@klinik.id'],
  ['siti+a+b@klinik.id', 'siti@klinik.id'],
  ['siti@klinik.id', 'siti@klinik.id'],
])('%s is the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox)
})
