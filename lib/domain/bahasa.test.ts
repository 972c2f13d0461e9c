import { expect, test } from 'vitest'
import { languageOf } from './bahasa'

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
