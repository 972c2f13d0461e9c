import { expect, test } from 'vitest'
import { signaTertulis } from './tertulis'

test('each step keeps its days, wherever it is read', () => {
  const langkah = [
    { signa: '3 dd 1 tab', hari: 3 },
    { signa: '2 dd 1 tab', hari: 5 },
  ]
  expect(signaTertulis(langkah)).toBe('3 dd 1 tab selama 3 hari; 2 dd 1 tab selama 5 hari')
  expect(signaTertulis('3 dd 1 tab pc')).toBe('3 dd 1 tab pc')
})
