import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'

/** A page of an older build asks for its parts until it is loaded anew: those that are still on the disk (artifacts.ts) it gets. */

const prefix = '/_next/static/'

const types = /** @type {Record<string, string>} */ ({
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
})

/**
 * @param {string} distDir the build that is served
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} answers for a file that only
 * another build has; false for everything else
 */
export function openKeptBuilds(distDir) {
  const own = new Set(filesUnder(join(distDir, 'static')))
  const folder = dirname(distDir)
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (!path.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const name = decoded(path.slice(prefix.length))
    if (!name || own.has(name)) return false
    const found = otherBuilds(folder, distDir)
      .map((build) => join(build, 'static', ...name.split('/')))
      .find(isFile)
    if (!found) return false
    response.setHeader('Content-Type', types[extname(found)] ?? 'application/octet-stream')
    response.setHeader('Content-Length', statSync(found).size)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(found)
        .once('error', () => response.destroy())
        .pipe(response)
    return true
  }
}

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
  return readdirSync(folder, { recursive: true }).map((path) =>
    relative(folder, join(folder, String(path)))
      .split(sep)
      .join('/'),
  )
}
