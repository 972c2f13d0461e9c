import { expect, test } from 'vitest'
import { contact, shortName } from './env-values'

const takes = (kind: typeof contact | typeof shortName, value: string) => kind.safeParse(value).success

test('the clinic is reached by what a link can be made of, and by nothing that could run', () => {
  for (const good of ['data@klinik.id', 'https://wa.me/62215550100', '+62 21 555-0100']) expect(takes(contact, good), good).toBe(true)
  for (const bad of [
    '',
    'javascript:alert(1)',
    'http://klinik.id',
    '021 555',
    '+62 21 abc',
    'Klinik <data@klinik.id>',
    'a@b.id\nBcc: c@d.id',
  ])
    expect(takes(contact, bad), bad).toBe(false)
})

test('the name of a clinic is one line', () => {
  expect(takes(shortName, 'Klinik Teluk & Bening')).toBe(true)
  for (const bad of ['', ' ', 'dua\nbaris', 'a'.repeat(101)]) expect(takes(shortName, bad), bad).toBe(false)
})
