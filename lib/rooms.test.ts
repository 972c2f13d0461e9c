import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { IMPORT_RULES, ROOMS, roomOf } from './rooms'

let project: ICruiseResult
beforeAll(async () => {
  project = await cruiseIn(process.cwd(), ['app', 'lib', 'prisma', 'instrumentation.ts'])
}, 120_000)

async function cruiseIn(baseDir: string, paths: string[]): Promise<ICruiseResult> {
  const options = {
    baseDir,
    validate: true,
    ruleSet: { forbidden: IMPORT_RULES.map((rule) => ({ severity: 'error' as const, ...rule })) },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'lib/data/generated' },
  }
  const { output } = await cruise(paths, options, { tsconfig: join(process.cwd(), 'tsconfig.json') })
  if (typeof output === 'string') throw new Error(output)
  return output
}

const found = ({ summary }: ICruiseResult) => summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

test('no room imports what its row does not allow, and there is no circle', () => {
  expect(found(project)).toEqual([])
})

test('no folder needs another that needs it', () => {
  const needs = new Map<string, Set<string>>()
  for (const { source, dependencies } of project.modules.filter(
    ({ source }) => !/\.test\.|-fixtures\./.test(source) && roomOf(source)?.may,
  ))
    for (const { resolved } of dependencies)
      (needs.get(folderOf(source)) ?? needs.set(folderOf(source), new Set()).get(folderOf(source)))?.add(folderOf(resolved))
  const back = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(needs.get(to) ?? [])].some((next) => next !== to && (next === from || (!seen.has(next) && back(from, next, seen.add(next)))))
  const circles = [...needs].flatMap(([from, all]) => [...all].filter((to) => to !== from && back(from, to)).map((to) => `${from} → ${to}`))
  expect(circles).toEqual([])
})

/** A file that stands beside the folders is a folder by itself. */
const folderOf = (file: string) => (file.split('/').length > 2 ? dirname(file) : file)

test('every file of ours is in a room', () => {
  const homeless = project.modules.filter(
    ({ source }) => /^(?:app|lib|prisma)\//.test(source) && !source.endsWith('.test.ts') && !roomOf(source),
  )
  expect(homeless.map(({ source }) => source)).toEqual([])
})

test('browser code reaches no room of the server, over however many others', () => {
  const modules = new Map(project.modules.map((module) => [module.source, module]))
  const inBrowser = project.modules.filter(({ source }) => /^(?:app|lib)\/.*\.tsx?$/.test(source) && isForBrowser(source))
  expect(inBrowser.length).toBeGreaterThan(50)
  const seen = new Map(inBrowser.map(({ source }) => [source, source]))
  for (const [source, way] of seen)
    for (const next of runsWith(modules.get(source))) if (!seen.has(next)) seen.set(next, `${way} → ${next}`)
  expect([...seen].filter(([source]) => roomOf(source)?.isServer).map(([, way]) => way)).toEqual([])
})

const isForBrowser = (source: string) => /^['"]use client['"]/.test(readFileSync(source, 'utf8'))

/** What a module brings along when it runs: types are gone by then. */
const runsWith = (module: IModule | undefined) =>
  (module?.dependencies ?? []).filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only')).map(({ resolved }) => resolved)

test('each row of the table is caught', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  try {
    const strict = ROOMS.filter(({ may }) => may)
    const files = strict.map((room) => trespass(folder, room.path))
    write(folder, 'lib/testing/stranger.ts', 'export {}')
    const caught = found(await cruiseIn(folder, files))
    expect(caught.sort()).toEqual(strict.map(({ path }, at) => `${path}: ${files[at]} → lib/testing/stranger.ts`).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** A file in that room which imports what nobody may. */
function trespass(folder: string, room: string): string {
  const file = room === 'instrumentation' ? 'instrumentation.ts' : `${room}/trespasser.ts`
  write(folder, file, `import './${relative(dirname(file), 'lib/testing/stranger')}'`)
  return file
}

function write(folder: string, file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
