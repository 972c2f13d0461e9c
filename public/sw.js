/**
 * The service worker: without a network a page opens as the shell at /luring, which finds its content on the device itself. It keeps files
 * of the build and that shell, nothing else: no answer of the API and no page with anybody's data ever gets into a cache.
 * Its address carries the build and the language (app/_shell/service-worker.tsx), so a new one of either replaces it whole.
 */

// What it does when somebody is told of new pesan.
importScripts('/sw-kabar.js')
// How it brings text that waits when its page is gone.
importScripts('/sw-kirim.js')

/** `build-language` */
const VERSION = new URL(location.href).searchParams.get('v') ?? ''
const CACHE = `sapa:${VERSION}`
const SHELL = '/luring'

/** An answer that has not begun after this long, in milliseconds, means that there is a network in name only. */
const SILENCE_MS = 6000

/** What a proxy says while the server behind it is away. */
const AWAY = [502, 503, 504]

const TYPES = { js: /javascript/, css: /^text\/css/, woff2: /font|octet-stream/ }

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(navigate(event))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(fromCache(request))
})

/** The page from the network; the shell where that does not answer, not in time, or only in the words of a proxy whose server is away. */
async function navigate({ request, preloadResponse }) {
  const answer = Promise.resolve(preloadResponse)
    .then((preloaded) => preloaded ?? fetch(request))
    .catch(() => null)
  const silence = new Promise((over) => setTimeout(over, SILENCE_MS, 'silence'))
  const first = await Promise.race([answer, silence])
  if (first instanceof Response && !AWAY.includes(first.status)) return first
  const shell = await openShell()
  // Nothing to show instead: then whatever comes, however late.
  return shell ?? (await answer) ?? Response.error()
}

/** All that the shell is made of, or nothing: half a shell would be worse than the browser's own page. */
async function install() {
  const shell = await fetch(SHELL, { cache: 'no-store', redirect: 'error' })
  if (!isOurs(shell, /^text\/html/) || !isOfThisBuild(shell)) throw new Error('no shell')
  const html = await shell.clone().text()
  const cache = await caches.open(CACHE)
  await keep(cache, html.match(/\/_next\/static\/[^"'\\\s)>?]+/g) ?? [])
  await cache.put(SHELL, shell)
  await self.skipWaiting()
}

/** Pages are asked for while the worker still wakes up; not in Firefox, which shows its own error page when that fails, whatever we answer. */
async function activate() {
  await self.registration.navigationPreload?.[/ Firefox\//.test(navigator.userAgent) ? 'disable' : 'enable']()
  await dropOldCaches()
}

/** These files, and those that their scripts fetch later on (dialogs, the recorder): without a network it would be too late. */
async function keep(cache, files, kept = new Set()) {
  const missing = [...new Set(files)].filter((file) => !kept.has(file))
  if (missing.length === 0) return
  const texts = await Promise.all(missing.map((file) => keepFile(cache, file)))
  const later = texts.flatMap((text) => [...text.matchAll(/"(static\/chunks\/[^"]+)"/g)].map(([, path]) => `/_next/${path}`))
  await keep(cache, later, new Set([...kept, ...missing]))
}

/** @returns what a script says; nothing of other files */
async function keepFile(cache, file) {
  const answer = await fetch(file)
  if (!isFileOfOurs(answer, file)) throw new Error(`not ours: ${file}`)
  const text = /\.js$/.test(file) ? await answer.clone().text() : ''
  await cache.put(file, answer)
  return text
}

/** Only what bears our mark and is what its name says gets into a cache: the page of a hotel's network would stay there for the whole build. */
const isOurs = (answer, type) =>
  answer.status === 200 && answer.headers.has('x-build') && (type?.test(answer.headers.get('content-type') ?? '') ?? true)
const isFileOfOurs = (answer, path) => isOurs(answer, TYPES[path.split('.').pop()])

/** While instances change one after the other the page of one may be answered by the other. */
const isOfThisBuild = (answer) => VERSION.startsWith(`${answer.headers.get('x-build')}-`)

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
  if (isFileOfOurs(answer, new URL(request.url).pathname)) {
    const copy = answer.clone()
    caches.open(CACHE).then((cache) => cache.put(request, copy))
  }
  return answer
}

/** The shell with a nonce of its own each time: a nonce that stayed the same would be no secret for long. null where there is none. */
async function openShell() {
  const kept = await caches.match(SHELL, { cacheName: CACHE })
  if (!kept) return null
  const headers = new Headers(kept.headers)
  const policy = headers.get('content-security-policy') ?? ''
  const old = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (!old) return null
  const fresh = btoa(crypto.randomUUID())
  headers.set('content-security-policy', policy.replaceAll(old, fresh))
  return new Response((await kept.text()).replaceAll(old, fresh), { headers })
}
