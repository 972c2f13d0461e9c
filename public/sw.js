/**
 * The service worker: without a network a page opens as the shell at /luring, which finds its content on the device itself. It keeps files
 * of the build and that shell, nothing else: no answer of the API and no page with anybody's data ever gets into a cache.
 * Its address carries the build and the language (app/_bagian/service-worker.tsx), so a new one of either replaces it whole.
 */

// What it does when somebody is told of new pesan.
importScripts('/sw-kabar.js')
// How it brings text that waits when its page is gone.
importScripts('/sw-kirim.js')

const CACHE = `sapa:${new URL(location.href).searchParams.get('v')}`
const SHELL = '/luring'

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(dropOldCaches()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(openShell))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(fromCache(request))
})

/** All that the shell is made of, or nothing: half a shell would be worse than the browser's own page. */
async function install() {
  const shell = await fetch(SHELL, { cache: 'no-store', redirect: 'error' })
  if (!shell.ok) throw new Error('no shell')
  const html = await shell.clone().text()
  const cache = await caches.open(CACHE)
  await keep(cache, html.match(/\/_next\/static\/[^"'\\\s)>?]+/g) ?? [])
  await cache.put(SHELL, shell)
  await self.skipWaiting()
}

/** These files, and those that their scripts fetch later on (dialogs, the recorder): without a network it would be too late. */
async function keep(cache, files, kept = new Set()) {
  const missing = [...new Set(files)].filter((file) => !kept.has(file))
  if (missing.length === 0) return
  await cache.addAll(missing)
  const texts = await Promise.all(missing.filter(isScript).map(async (file) => (await cache.match(file, { ignoreVary: true })).text()))
  const later = texts.flatMap((text) => [...text.matchAll(/"(static\/chunks\/[^"]+)"/g)].map(([, path]) => `/_next/${path}`))
  await keep(cache, later, new Set([...kept, ...missing]))
}

const isScript = (file) => file.endsWith('.js')

/** A page of the build before may be open and still ask for its parts: that cache stays, older ones go. */
async function dropOldCaches() {
  const others = (await caches.keys()).filter((name) => name.startsWith('sapa:') && name !== CACHE)
  for (const name of others.slice(0, -1)) await caches.delete(name)
}

/** Their names change with their content, but for the hint that the start carries (lib/cli/artifacts.ts): with or without it is the same. */
async function fromCache(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  // A worker reads in its address what to load: that of a kept answer lacks what stands after the #, that of a new one is the request's.
  if (kept) return request.destination === 'worker' ? new Response(kept.body, kept) : kept
  const answer = await fetch(request)
  if (answer.status === 200) {
    const copy = answer.clone()
    caches.open(CACHE).then((cache) => cache.put(request, copy))
  }
  return answer
}

/** The shell with a nonce of its own each time: a nonce that stayed the same would be no secret for long. */
async function openShell() {
  const kept = await caches.match(SHELL, { cacheName: CACHE })
  if (!kept) return Response.error()
  const headers = new Headers(kept.headers)
  const policy = headers.get('content-security-policy') ?? ''
  const old = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (!old) return Response.error()
  const fresh = btoa(crypto.randomUUID())
  headers.set('content-security-policy', policy.replaceAll(old, fresh))
  return new Response((await kept.text()).replaceAll(old, fresh), { headers })
}
