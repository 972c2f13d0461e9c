import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import id from '@/lib/i18n/id/api.json'
import { languageOf } from './language'

test('the language is Indonesian unless English is preferred to it', () => {
  for (const header of [
    null,
    '',
    '*',
    'fr',
    'id',
    'id-ID,id;q=0.9,en;q=0.8',
    'in-ID,in;q=0.9,en;q=0.8',
    'en;q=0.5, in',
    'IN-id, en;q=0.9',
    'iw',
  ])
    expect(languageOf(header), String(header)).toBe('id')
  for (const header of ['en', 'en-US,en;q=0.9,id;q=0.8', 'in;q=0.1, en', 'id;q=0,en', 'in;q=0, en;q=0.1', 'inh, en'])
    expect(languageOf(header), header).toBe('en')
})

test('each sentence that a refusal asks for is in the catalogue', () => {
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const asked = sources.flatMap((file) => [...readFileSync(`lib/${file}`, 'utf8').matchAll(/messageKey: '(\w+)'/g)].map(([, key]) => key))
  expect(asked.length).toBeGreaterThan(5)
  for (const key of asked) expect(Object.keys(id.galat)).toContain(key)
})
