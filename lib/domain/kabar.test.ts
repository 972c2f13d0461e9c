import { expect, test } from 'vitest'
import { decideKabar } from './kabar'

const until = new Date('2026-11-25T03:00:00Z')
const unread = { terlama: 5, terbaru: 7, dikabari: 4, terlihatSampai: null }

test.each([
  ['what is new and unseen is told, up to the newest', unread, { what: 'tell', sampai: 7 }],
  ['what was read meanwhile is not told', { ...unread, terlama: null, terbaru: null }, null],
  ['nobody is told again before the last news was seen', { ...unread, dikabari: 5 }, null],
  ['nobody is told again for what came after news that is still unseen', { ...unread, terlama: 5, terbaru: 9, dikabari: 6 }, null],
  [
    'while a page shows it nobody is told, and afterwards it is considered again',
    { ...unread, terlihatSampai: until },
    { what: 'wait', until },
  ],
] as const)('%s', (_, given, decision) => {
  expect(decideKabar(given)).toEqual(decision)
})
