import { readFileSync } from 'node:fs'

/** A room: a folder or file, by the beginning of its path. The longest one that fits a file is that file's room. */
export interface Room {
  readonly path: string
  /** On the server alone: no browser code may reach it, over however many others. */
  readonly isServer: boolean
  /** Beginnings of paths that it may import beside its own; null is everything. */
  readonly may: readonly string[] | null
}

/** The table in lib/README.md is the rule. A room may import what its row names, and `{…}` stands for the rows of that word. */
export const ROOMS: readonly Room[] = readTable(readFileSync(new URL('README.md', import.meta.url), 'utf8'))

function readTable(page: string): Room[] {
  const lines = page.slice(page.indexOf('| room')).split('\n')
  const rows = lines
    .slice(
      2,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return rows.map(([, room = '', runs, , may = '']) => ({
    path: unquote(room),
    isServer: runs === 'server',
    may: may === 'everything' ? null : may.split(',').map(unquote).filter(Boolean),
  }))
}

function unquote(cell: string) {
  return cell.replace(/`/g, '').trim()
}

/** The path's beginning and then its end: `lib/log` is lib/log.ts and lib/log-lines.mjs, not lib/logic.ts. */
const under = (path: string) => `^${path.replace(/[()]/g, '\\$&')}(?:[-./]|$)`

export const roomOf = (file: string): Room | undefined =>
  ROOMS.filter(({ path }) => new RegExp(under(path)).test(file)).sort((a, b) => b.path.length - a.path.length)[0]

const TESTS = '\\.test\\.ts$'

/** The table as rules of dependency-cruiser: https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md */
export const IMPORT_RULES = [
  ...ROOMS.flatMap(({ path, may }) => (may ? [{ name: path, ...onlyFrom(path, may) }] : [])),
  {
    name: 'only lib/data speaks to the database',
    from: { path: '^(?:app|lib)/', pathNot: ['^lib/(?:data|cli|testing)/', TESTS] },
    to: { path: 'node_modules/(?:pg|@prisma)/|^lib/data/generated/' },
  },
  { name: 'no circle', from: {}, to: { circular: true } },
]

function onlyFrom(path: string, may: readonly string[]) {
  const inner = ROOMS.filter((other) => other.path.startsWith(`${path}/`)).map((other) => under(other.path))
  return {
    from: { path: under(path), pathNot: [TESTS, ...inner] },
    to: { path: '^(?:app|lib|prisma|e2e|instrumentation)(?:[./]|$)', pathNot: [path, ...may].map(under) },
  }
}
