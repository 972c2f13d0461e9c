import { onePerProcess } from './one-per-process.mjs'

/**
 * Which calls of the API are answered without Next.js: those whose routes it has loaded, since each opens its door then (lib/http/door.ts). Plain
 * JavaScript: server.mjs has no loader.
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ id: string, kode: string }} Path
 * @typedef {(request: Request, response: Response, path: Path) => Promise<void>} Door
 * @typedef {{ door?: { route: string, answer: Door }, parts: Map<string, Place>, any?: Place, name: 'id' | 'kode' }} Place
 */

const BASE = '/api/v1/'

/** @returns {Place} */
const place = (/** @type {string} */ name) => ({ parts: new Map(), name: name === '{kode}' ? 'kode' : 'id' })

const root = place('')

onePerProcess('doors', () => /** @type {{ open?: typeof open }} */ ({})).open = open

/** @param {string} path under /api/v1, with its variable parts in braces @param {Door} answer */
function open(path, answer) {
  let at = root
  for (const part of path.slice(1).split('/')) at = next(at, part)
  at.door = { route: `/api/v1${path}`, answer }
}

/** @param {Place} at @param {string} part */
function next(at, part) {
  const isVariable = part.startsWith('{')
  const found = (isVariable ? at.any : at.parts.get(part)) ?? place(part)
  if (isVariable) at.any = found
  else at.parts.set(part, found)
  return found
}

/** Addresses that are written as nobody has to ask a second time what they mean; all others are for Next.js to read. */
const PLAIN = /^\/api\/v1\/[\w\-.~/]+(?:\?[^#]*)?$/

/**
 * The door that this address leads to, and the declared path that it stands for.
 * @param {string} url
 */
export function doorTo(url) {
  if (!PLAIN.test(url) || url.includes('/.')) return null
  const [address = ''] = url.split('?', 1)
  const path = { id: '', kode: '' }
  const door = find(root, address.slice(BASE.length).split('/'), 0, path)
  if (!door) return null
  return {
    route: door.route,
    open: (/** @type {Request} */ request, /** @type {Response} */ response) => door.answer(request, response, path),
  }
}

/** A fixed part counts before a variable one, as everywhere. @param {Place} at @param {string[]} parts @param {number} n @param {Path} path @returns {Place['door']} */
function find(at, parts, n, path) {
  const part = parts[n]
  if (part === undefined) return at.door
  const fixed = at.parts.get(part)
  const found = fixed && find(fixed, parts, n + 1, path)
  if (found || !at.any || part === '') return found
  const other = find(at.any, parts, n + 1, path)
  if (other) path[at.any.name] = part
  return other
}
