import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

const decisions = readdirSync('lib/decisions').filter((name) => /^\d{3}-/.test(name))

test('no two decisions have one number', () => {
  const numbers = decisions.map((name) => name.slice(0, 3))
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
})

test('every decision that a file names is there', () => {
  const files = ['app', 'e2e', 'lib', 'prisma', 'public']
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`))
    .concat(readdirSync('.'))
    .filter((file) => /\.(tsx?|mjs|js|md|prisma|sql|css)$/.test(file) && !file.startsWith('lib/data/generated'))
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/decisions\/(\d{3}[\w-]*)|\]\((\d{3}-[\w-]+)\.md/g)].map(
      ([, a, b]) => [file, a ?? b ?? ''] as const,
    ),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(
    named.filter(
      ([, name]) => !decisions.some((decision) => decision === `${name}.md` || (name.length === 3 && decision.startsWith(name))),
    ),
  ).toEqual([])
})
