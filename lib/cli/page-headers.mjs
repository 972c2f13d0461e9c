import { randomBytes } from 'node:crypto'
import { onePerProcess } from './one-per-process.mjs'

/** Plain JavaScript: server.mjs has no loader. */

/** What instrumentation.ts says of pages: settings are read on that side. @type {{ policy?: (nonce: string, host: string | null) => string }} */
const pages = onePerProcess('page policy', () => ({}))

/**
 * The API answers with a policy of its own. What lies in public/ has no page to protect; a service worker has a policy of its own (next.config.js).
 */
const NO_PAGE =
  /^\/(?:api(?:\/|$)|_next\/static\/|favicon\.ico$|favicon(?:-kabar)?\.svg$|ikon-(?:192|512|apel-180|maskable-512)\.png$|manifest\.webmanifest$|sw(?:-kabar|-kirim)?\.js$)/

const WING = /^\/(pasien|dokter|admin|akun)(\/|$)/

/**
 * Gives each page its nonce and policy, and tells it its own path. Nothing relies on this for access. A `proxy.ts` of Next.js would do the same in
 * a request of its own for each page. @returns whether it is one
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function givePageHeaders(request, response) {
  const { url = '/', headers } = request
  const path = pathOf(url)
  if (!isPage(path)) return false
  const nonce = randomBytes(16).toString('base64')
  const policy = pages.policy?.(nonce, headers.host ?? null) ?? "default-src 'none'"
  headers['x-nonce'] = nonce
  headers['x-sapa-path'] = path + queryOf(url)
  // Next.js reads the nonce for its own scripts from here.
  headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  if (WING.test(path)) response.setHeader('Cache-Control', 'private, no-store')
  return true
}

/** @param {string} path */
export const isPage = (path) => !NO_PAGE.test(path)

/** @param {string} url */
const pathOf = (url) => url.replace(/[?#].*$/s, '')

/** As the reader sees it, without what the router adds for itself. @param {string} url */
function queryOf(url) {
  const [, query] = /\?([^#]*)/.exec(url) ?? []
  if (!query) return ''
  const asked = new URLSearchParams(query)
  asked.delete('_rsc')
  return asked.size > 0 ? `?${asked}` : ''
}
