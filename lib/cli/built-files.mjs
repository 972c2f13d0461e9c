import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { takes } from './coding.mjs'

/**
 * The scripts, styles and fonts of builds, whose names change with what is in them. Those of the build that is served were compressed while it was made
 * (artifacts.ts) and stay in memory from the first time that somebody asks. A page of an older build asks for its parts until it is loaded anew: those
 * that are still on the disk it gets.
 */

const prefix = '/_next/static/'

const types = /** @type {Record<string, string>} */ ({
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
})

/** What a browser takes, the smallest first, and how its file is called. */
const codings = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
]

/**
 * @param {string} distDir the build that is served
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} whether it answered: it does for
 * a file of this build, and for one that only another build has. Whoever asks for a part of a file is answered by Next.js
 */
export function openBuiltFiles(distDir) {
  const own = new Set(filesUnder(join(distDir, 'static')))
  const folder = dirname(distDir)
  /** @type {Map<string, Buffer>} */
  const read = new Map()

  /** @param {string} name */
  const bytesOf = (name) => {
    const bytes = read.get(name) ?? readFileSync(join(distDir, 'static', ...name.split('/')))
    read.set(name, bytes)
    return bytes
  }

  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (!path.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const name = decoded(path.slice(prefix.length))
    if (!name) return false
    if (own.has(name)) {
      if (request.headers.range) return false
      const found = codings.find(({ coding, ending }) => own.has(name + ending) && takes(request, coding))
      const bytes = bytesOf(name + (found?.ending ?? ''))
      head(response, name, bytes.length)
      if (found) response.setHeader('Content-Encoding', found.coding)
      response.end(request.method === 'HEAD' ? undefined : bytes)
      return true
    }
    const found = otherBuilds(folder, distDir)
      .map((build) => join(build, 'static', ...name.split('/')))
      .find(isFile)
    if (!found) return false
    head(response, found, statSync(found).size)
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(found)
        .once('error', () => response.destroy())
        .pipe(response)
    return true
  }
}

/** @param {import('node:http').ServerResponse} response @param {string} name @param {number} bytes */
const head = (response, name, bytes) =>
  response
    .setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream')
    .setHeader('Content-Length', bytes)
    .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    .setHeader('Vary', 'Accept-Encoding')

/** The name of a file below `static`; null for what could be none or lead out of it. @param {string} path */
function decoded(path) {
  try {
    const name = decodeURIComponent(path)
    const parts = name.split('/')
    return parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\\0:]/.test(part)) ? name : null
  } catch {
    return null
  }
}

/** Looked up each time: which ones are kept changes while this one runs. @param {string} folder @param {string} distDir */
function otherBuilds(folder, distDir) {
  if (!existsSync(join(distDir, 'finished'))) return []
  return readdirSync(folder)
    .filter((name) => name !== basename(distDir) && existsSync(join(folder, name, 'finished')))
    .map((name) => join(folder, name))
}

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
}
