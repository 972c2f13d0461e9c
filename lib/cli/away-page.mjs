import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onePerProcess } from './one-per-process.mjs'
import { bahasaOf } from './reader.mjs'

/**
 * The page for whoever opens one while the database is away: Next.js can only answer 500 then, and without scripts shows nothing at all. It is whole in
 * itself, and looks by itself whether the database answers again. Plain JavaScript: server.mjs has no loader.
 */

/** After so many seconds it is worth asking again. */
const RETRY_SECONDS = 5

/** Here lib/data/away.ts notes that the database did not answer for this page. @type {AsyncLocalStorage<{ isAway: boolean }>} */
const pages = onePerProcess('pages', () => new AsyncLocalStorage())

/** The API has words of its own for it. */
const isCall = (/** @type {string} */ url) => /^\/api(?:[/?]|$)/.test(url)

/**
 * Has a page answered. One that fails because the database is away is replaced before its first byte leaves: 503, and words that say so.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => Promise<void>} answer
 */
export function orAwayPage(request, response, answer) {
  if (isCall(request.url ?? '')) return answer()
  const page = { isAway: false }
  const { writeHead, write, end } = response
  let isReplaced = false
  response.writeHead = (/** @type {any[]} */ ...args) => {
    const status = typeof args[0] === 'number' ? args[0] : response.statusCode
    if (isReplaced || !page.isAway || status < 500) return Reflect.apply(writeHead, response, args)
    isReplaced = true
    const { headers, html } = awayPage(bahasaOf(request))
    for (const name of OF_THE_BODY) response.removeHeader(name)
    Reflect.apply(writeHead, response, [503, headers])
    return Reflect.apply(end, response, request.method === 'HEAD' ? [] : [html])
  }
  // What Next.js still has to say of a page that was replaced is not said.
  for (const [name, say] of Object.entries({ write, end }))
    Object.assign(response, {
      [name]: (/** @type {any[]} */ ...args) => {
        if (!response.headersSent) response.writeHead(response.statusCode)
        if (!isReplaced) return Reflect.apply(say, response, args)
        const done = args.at(-1)
        if (typeof done === 'function') process.nextTick(done)
        return name === 'write' ? true : response
      },
    })
  return pages.run(page, answer)
}

const OF_THE_BODY = ['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'vary', 'link', 'set-cookie']

/** An open page that cannot be drawn anew says the same (app/error.tsx). @type {Record<string, { jauh: Record<string, string> }>} */
const TEXTS = Object.fromEntries(
  ['id', 'en'].map((bahasa) => [bahasa, JSON.parse(readFileSync(new URL(`../i18n/${bahasa}/galat.json`, import.meta.url), 'utf8'))]),
)

/** @param {string} bahasa */
function awayPage(bahasa) {
  const nonce = randomBytes(16).toString('base64')
  const words = TEXTS[bahasa]?.jauh ?? {}
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'private, no-store',
    'Retry-After': RETRY_SECONDS,
  }
  const html = `<!doctype html>
<html lang="${bahasa}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>${words.judul} · Sapa</title>
    <noscript><meta http-equiv="refresh" content="${RETRY_SECONDS * 3}" /></noscript>
    <style nonce="${nonce}">${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${words.judul}</h1>
      <p>${words.isi}</p>
      <p role="status">${words.sendiri}</p>
      <p>${words.darurat}</p>
      <p><a href="">${words.cobaLagi}</a></p>
    </main>
    <script nonce="${nonce}">${SCRIPT}</script>
  </body>
</html>
`
  return { headers, html }
}

/** The colours of app/globals.css. */
const STYLE = `
:root { color-scheme: light dark; --bg: #faf6ee; --ink: #1c2a25; --muted: #55615a; --primary: #12594a; --on-primary: #fff }
@media (prefers-color-scheme: dark) { :root { --bg: #111b18; --ink: #ece8de; --muted: #abb7af; --primary: #86d3b7; --on-primary: #06281f } }
body { margin: 0; background: var(--bg); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { box-sizing: border-box; display: grid; align-content: center; gap: .75rem; max-width: 36rem; min-height: 90vh; margin: auto; padding: 2rem 1.25rem }
h1, p { margin: 0 } h1 { font-size: 1.5rem; line-height: 1.2 } p { color: var(--muted) }
a { display: inline-block; margin-top: .5rem; padding: .75rem 1.25rem; border-radius: .75rem; background: var(--primary); color: var(--on-primary); text-decoration: none }
`

/** Not all who wait ask at the same moment. */
const SCRIPT = `
(function look() {
  setTimeout(function () {
    fetch('/api/ready', { cache: 'no-store' }).then(function (answer) { answer.ok ? location.reload() : look() }, look)
  }, ${RETRY_SECONDS * 1000} * (0.6 + 0.8 * Math.random()))
})()
`
