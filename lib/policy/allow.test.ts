import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test.each(['operations', 'data', 'presenters'])('in lib/%s nobody is refused by hand: a question of the policy says who may', (room) => {
  const files = readdirSync(`lib/${room}`).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(0)
  const byHand = files.filter((name) => /Refusal\('forbidden'|\bisAdmin\b/.test(readFileSync(`lib/${room}/${name}`, 'utf8')))
  expect(byHand).toEqual([])
})
