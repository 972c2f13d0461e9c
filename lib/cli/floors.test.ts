import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Releases below these have known holes: GitHub's advisories for each package. */
const FLOORS = { next: '16.4.6', 'next-auth': '4.24.15', sharp: '0.35.4' } as const

const readRoot = <Shape>(file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')) as Shape

const lock = readRoot<{ packages: Record<string, { version?: string; integrity?: string }> }>('package-lock.json')

/** Every version of this package that is installed, wherever it lies. */
const versionsOf = (name: string) =>
  Object.entries(lock.packages).flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) ? [version ?? ''] : []))

/** A prerelease comes before its release, and counts as below the floor. */
const isAtLeast = (version: string, floor: string) =>
  /^\d+\.\d+\.\d+$/.test(version) && version.localeCompare(floor, 'en', { numeric: true }) >= 0

for (const [name, floor] of Object.entries(FLOORS))
  test(`no ${name} below ${floor} is ever installed`, () => {
    const versions = versionsOf(name)
    expect(versions).not.toEqual([])
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
  })

test('versions are compared as numbers', () => {
  for (const version of ['16.4.5', '16.3.99', '9.9.9', '16.4.6-canary.1', '']) expect(isAtLeast(version, '16.4.6'), version).toBe(false)
  for (const version of ['16.4.6', '16.4.10', '16.10.0', '17.0.0']) expect(isAtLeast(version, '16.4.6'), version).toBe(true)
})

test('what is installed is said exactly: no range of versions, and each package by its hash', () => {
  const { dependencies, devDependencies } = readRoot<Record<string, Record<string, string>>>('package.json')
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
  expect(ranges).toEqual([])
  const unhashed = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity)
  expect(unhashed.map(([path]) => path)).toEqual([])
})
