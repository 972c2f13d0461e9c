import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/**
 * The pages of a build, each by its own entry (https://nextjs.org/docs/app/api-reference/adapters/invoking-entrypoints): what Next.js does to find
 * one costs as much as half of a call of the API. Plain JavaScript: server.mjs has no loader.
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ handler: (request: Request, response: Response, context: object) => Promise<void> }} Entry
 * @typedef {{ route: string, draw: (request: Request, response: Response) => Promise<void> }} Page
 */

/** Addresses that are written as nobody has to ask a second time what they mean; all others are for Next.js to read. */
const PLAIN = /^\/(?:[\w-]+(?:\/[\w-]+)*)?(?:\?[^#]*)?$/

/** What an answer depends on, as Next.js says it. */
const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'

/**
 * @param {string} distDir the build that is served
 * @param {string} hostname
 * @returns {(request: Request) => Page | null} null for what is no page that somebody opens: what the router of an open page asks for is for Next.js
 */
export function openPages(distDir, hostname) {
  const folder = resolve(distDir)
  const require = createRequire(join(folder, 'server', 'pages.js'))
  const context = { waitUntil: () => undefined, requestMeta: { relativeProjectDir: '.', distDir: folder, hostname } }

  /** @type {(file: string, route: string) => Page} */
  const pageOf = (file, route) => ({
    route,
    draw: (request, response) => {
      const { handler } = /** @type {Entry} */ (require(`./${file}`))
      response.appendHeader('Vary', VARY)
      return handler(request, response, { ...context, requestMeta: { ...context.requestMeta } })
    },
  })
  const { fixed, variable } = readPages(folder, pageOf)

  return ({ method, url = '', headers }) => {
    if (method !== 'GET' || !PLAIN.test(url) || isOfRouter(headers)) return null
    const [path = ''] = url.split('?', 1)
    return fixed.get(path) ?? variable.find(({ pattern }) => pattern.test(path))?.page ?? null
  }
}

/** @param {Request['headers']} headers */
const isOfRouter = (headers) => 'rsc' in headers || Object.keys(headers).some((name) => name.startsWith('next-'))

/** @param {string} folder @param {(file: string, route: string) => Page} pageOf */
function readPages(folder, pageOf) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  /** @type {Record<string, string>} */
  const files = read('server/app-paths-manifest.json')
  /** @type {[string, string][]} */
  const routes = Object.entries(read('app-path-routes-manifest.json'))
  const pages = new Map(
    routes
      .filter(([name]) => name.endsWith('/page') && !name.startsWith('/_'))
      .map(([name, route]) => [route, pageOf(files[name] ?? '', route)]),
  )
  /** @type {{ dynamicRoutes: { page: string, regex: string }[] }} */
  const { dynamicRoutes } = read('routes-manifest.json')
  const variable = dynamicRoutes.flatMap(({ page: route, regex }) => {
    const page = pages.get(route)
    return page ? [{ page, pattern: new RegExp(regex) }] : []
  })
  return { fixed: pages, variable }
}
