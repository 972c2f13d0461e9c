import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PAGES = ['SECURITY.md', 'lib/decisions/070-asvs.md']

/** A file of tests in backticks, and the titles in curly quotes that follow it before the next one. */
function namedIn(page: string) {
  const pieces = readFileSync(page, 'utf8').split(/`((?:e2e|lib)\/[^`]+\.(?:spec|test)\.ts)`/)
  return pieces.flatMap((piece, n) => (n % 2 ? [{ file: piece, titles: titlesIn(pieces[n + 1] ?? '') }] : []))
}

const titlesIn = (words: string) => [...(words.split('\n')[0] ?? '').matchAll(/“([^”]+)”/g)].map(([, title]) => title as string)

test.each(PAGES)('every test that %s names is there, under that name', (page) => {
  const named = namedIn(page)
  expect(named.length).toBeGreaterThan(5)
  for (const { file, titles } of named) {
    expect(existsSync(file), file).toBe(true)
    for (const title of titles) expect(readFileSync(file, 'utf8'), `${file}: ${title}`).toContain(title)
  }
})
