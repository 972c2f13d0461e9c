import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The names of the routes of a build, such as `/api/v1/pesan/[id]`: what a log and a metric may say of a path, since they hold no ids and
 * nothing that a client made up. Whatever is no route of ours is `other`.
 * @param {string} distDir
 * @returns {(url: string) => string}
 */
export function openRouteNames(distDir) {
  const { staticRoutes, dynamicRoutes } = readManifest(distDir)
  const known = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (url) => {
    const [path = ''] = url.split('?', 1)
    if (path.startsWith('/_next/')) return '/_next'
    return known.has(path) ? path : (patterns.find(({ pattern }) => pattern.test(path))?.page ?? 'other')
  }
}

/** @typedef {{ page: string, regex: string }} Route */

/** Development has no manifest to read before the first page is made. @param {string} distDir @returns {{ staticRoutes: Route[], dynamicRoutes: Route[] }} */
function readManifest(distDir) {
  try {
    return JSON.parse(readFileSync(join(distDir, 'routes-manifest.json'), 'utf8'))
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] }
  }
}
