import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dependencies, devDependencies, optionalDependencies } from '@/package.json' with { type: 'json' }

/** The names in the first column of each table under this heading of the map; `x/*` stands for all of one scope. */
function explained(): string[] {
  const [, part = ''] = readFileSync('lib/README.md', 'utf8').split('## What we depend on')
  const rows =
    part
      .split(/\n## /)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| `')) ?? []
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
}

const covers = (name: string) => (one: string) => (name.endsWith('/*') ? one.startsWith(name.slice(0, -1)) : one === name)

test('each package has its reason in the map, and the map names no other', () => {
  const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const names = explained()
  expect(used.filter((one) => !names.some((name) => covers(name)(one)))).toEqual([])
  expect(names.filter((name) => !used.some(covers(name)))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('versions are exact', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
})
