import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { built, root, buildsFolder as standardFolder } from './bootstrap.mjs'
import { runNode } from './child'
import { compressFiles } from './compressed'
import { withLock } from './lock.mjs'
import { StartError } from './start-error.mjs'

/**
 * What is made from the sources and not kept in the repository: Prisma's types and the production build.
 * Each build has a folder of its own, named after what it was made from: an unchanged source is never built twice, and a new build does not
 * pull the files from under a server that still runs from an older one.
 */

const buildsFolder = process.env.NEXT_DIST_DIR || standardFolder

const builtFrom = [
  'app',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'prisma/schema.prisma',
]

// What the application itself writes its log with is in it, and what this file does to it.
const notInTheBuild =
  /^lib\/(cli(?!\/(?:log-lines|traced|coding|one-per-process|artifacts|compressed))|testing|data\/generated)\/|\.test\.tsx?$|\.md$/

/** Generates Prisma's types when the schema or Prisma changed. Needs no download: the engine that it asks for is named, but never run. */
export async function generateClient() {
  if (shippedBuild()) return
  const stamp = join(root, 'lib/data/generated/.made-from')
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh()) return
  await inTurn('generate', async () => {
    if (isFresh()) return
    const result = await runNode(['node_modules/prisma/build/index.js', 'generate'], {
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      quiet: true,
    })
    if (result.code !== 0) throw new StartError(`prisma generate failed:\n${result.output.trim()}`)
    writeFileSync(stamp, wanted)
  })
}

/** Builds for production when the sources changed. @returns the build's folder, for NEXT_DIST_DIR */
export async function buildApp(): Promise<string> {
  const shipped = shippedBuild()
  if (shipped) return shipped
  const distDir = join(buildsFolder, hashOf(builtFrom).slice(0, 16))
  const mark = join(root, distDir, 'finished')
  if (!existsSync(mark)) {
    await inTurn('build', async () => {
      if (!existsSync(mark)) await build(distDir, mark)
    })
  }
  noteUse(mark)
  return distDir
}

/** The one build of an installation without sources to build from. */
function shippedBuild(): string | null {
  const mark = join(root, built)
  return existsSync(mark) ? (JSON.parse(readFileSync(mark, 'utf8')) as { distDir: string }).distDir : null
}

/** So that the builds used last are those that stay. Sources that cannot be written to keep what they have. */
function noteUse(mark: string) {
  const now = new Date()
  try {
    utimesSync(mark, now, now)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code)))) throw error
  }
}

async function build(distDir: string, mark: string) {
  process.stdout.write('Building (about a minute) …\n')
  rmSync(join(root, distDir), { recursive: true, force: true })
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' }
  const result = await runNode(['node_modules/next/dist/bin/next', 'build'], { env, quiet: true })
  if (result.code !== 0) throw new StartError(`The build failed${result.signal ? ` (${result.signal})` : ''}:\n${result.output.trim()}`)
  hintStartScripts(distDir)
  await compressFiles(join(root, distDir, 'static'))
  writeFileSync(mark, '')
  removeOldBuilds()
}

/**
 * The scripts with which every page begins say so: V8 then compiles them beside the page while they arrive, instead of function by function
 * while it wakes up (decision 080). Other browsers see a comment.
 */
function hintStartScripts(distDir: string) {
  const manifest = readFileSync(join(root, distDir, 'build-manifest.json'), 'utf8')
  const { rootMainFiles } = JSON.parse(manifest) as { rootMainFiles: readonly string[] }
  for (const path of rootMainFiles.map((file) => join(root, distDir, file)))
    writeFileSync(path, `//# allFunctionsCalledOnLoad\n${readFileSync(path, 'utf8')}`)
}

/** The three used last stay: one of them may still be served from, or come back with the next change of branch. */
function removeOldBuilds() {
  const folder = join(root, buildsFolder)
  const builds = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), mark: join(folder, name, 'finished') }))
    .filter(({ mark }) => existsSync(mark))
    .sort((a, b) => statSync(b.mark).mtimeMs - statSync(a.mark).mtimeMs)
  for (const { path } of builds.slice(3)) rmSync(path, { recursive: true, force: true })
}

async function inTurn(work: string, doIt: () => Promise<void>) {
  mkdirSync(join(root, buildsFolder), { recursive: true })
  await withLock(join(root, buildsFolder, `${work}.lock`), doIt, () =>
    process.stdout.write(`Waiting for another ${work} of this checkout …\n`),
  )
}

/** Of the sources alone, wherever and with whichever Node.js: instances that each build the same have the same build. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path))).sort()) {
    const name = relative(root, file).split(sep).join('/')
    if (!notInTheBuild.test(name)) hash.update(`\0${name}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}
