import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from '@/e2e/fixtures'

/** What clients other than browsers write on the wire, and what must not break on it. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Raw {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** Writes this on a connection of its own and reads until the server closes it. */
function write(url: string, text: string): Promise<Raw> {
  const { hostname, port } = new URL(url)
  return new Promise((done, fail) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk
    })
    socket.once('error', fail).once('close', () => done(read(answer)))
  })
}

function read(answer: string): Raw {
  const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s)
  const [line = '', ...lines] = head.split('\r\n')
  const headers = lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()])
  return { status: Number(line.split(' ')[1]), headers: Object.fromEntries(headers), body }
}

const END = 'Connection: close\r\n\r\n'

test('a client that would like another protocol is answered in this one', async ({ url }) => {
  for (const wish of ['h2c', 'websocket']) {
    const { status } = await write(
      url,
      `GET /api/live HTTP/1.1\r\nHost: sapa\r\nConnection: Upgrade, close\r\nUpgrade: ${wish}\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`,
    )
    expect({ wish, status }).toEqual({ wish, status: 200 })
  }
})

test('the absolute form of an address, as for a proxy, is that address', async ({ url }) => {
  const { status, body } = await write(url, `GET ${url}/api/live HTTP/1.1\r\nHost: sapa\r\n${END}`)
  expect(status).toBe(200)
  expect(body).toContain('"ok"')
})

test('OPTIONS * tells what the server knows', async ({ url }) => {
  const { status, headers } = await write(url, `OPTIONS * HTTP/1.1\r\nHost: sapa\r\n${END}`)
  expect({ status, allow: headers.allow }).toEqual({ status: 204, allow: expect.stringContaining('GET') })
})

test('a request without Host, or with an expectation of its own, is answered like any other', async ({ url }) => {
  for (const odd of ['', 'Host: sapa\r\nExpect: apa-saja\r\n']) {
    const { status, headers } = await write(url, `GET /api/v1/auth/me HTTP/1.1\r\n${odd}${END}`)
    expect({ odd, status, id: headers['x-request-id'] }).toEqual({ odd, status: 401, id: expect.stringMatching(UUID) })
  }
})

const GARBAGE: readonly [what: string, text: string, status: number][] = [
  ['no HTTP at all', 'halo\r\n\r\n', 400],
  ['a method that HTTP does not know', `HALO /api/live HTTP/1.1\r\nHost: sapa\r\n${END}`, 400],
  ['a length that is none', `POST /api/v1/auth/login HTTP/1.1\r\nHost: sapa\r\nContent-Length: -5\r\n${END}`, 400],
  ['headers beyond measure', `GET /api/live?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: sapa\r\n${END}`, 431],
]

for (const [what, text, status] of GARBAGE) {
  test(`${what} is refused with ${status} and a request id`, async ({ url }) => {
    const { headers, ...answer } = await write(url, text)
    expect({ status: answer.status, id: headers['x-request-id'] }).toEqual({ status, id: expect.stringMatching(UUID) })
  })
}

test('a page whose address cannot be decoded is a page that is not there', async ({ url }) => {
  const { status, headers } = await write(url, `GET /pasien/%E0%A4 HTTP/1.1\r\nHost: sapa\r\n${END}`)
  expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: expect.stringContaining('text/html') })
})

test('two lines that say which host was meant are no request', async ({ url }) => {
  expect((await write(url, `GET /api/live HTTP/1.1\r\nHost: klinik.test\r\nHost: lain.test\r\n${END}`)).status).toBe(400)
})

test('nothing but the API takes what changes something: pages, scripts and pictures are 405', async ({ api, url }) => {
  const page = await (await fetch(`${url}/masuk`)).text()
  const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? []
  expect(script).not.toBe('')
  for (const path of ['/masuk', '/', '/favicon.svg', '/sw.js', script, '/tidak-ada', '/_next/static/tidak-ada.js'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(url + path, { method, body: 'x' })
      expect({ path, status: response.status, allow: response.headers.get('allow') }).toEqual({
        path,
        status: 405,
        allow: 'GET, HEAD, OPTIONS',
      })
    }
  expect((await api.get('/api/live')).status).toBe(200)
})

test('what only the framework’s own pages can be asked is an unknown page with our policy, and no error', async ({ url }) => {
  const inner = [
    '/_global-error',
    '/_error',
    '/_not-found',
    '/_next/image?url=%2ffavicon.svg&w=640&q=75',
    '/ikon-zz.png',
    '/favicon-kabar.ico',
  ]
  for (const path of inner) {
    const { status, headers } = await fetch(url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect({ path, status, policy: /script-src/.test(policy), cached: /public/.test(headers.get('cache-control') ?? '') }).toEqual({
      path,
      status: 404,
      policy: true,
      cached: false,
    })
  }
})

test('a place in the application that cannot be read is forgotten', async ({ url }) => {
  for (const state of ['%', '{', '[]', '%5B%22%22%5D', 'x'.repeat(9000), encodeURIComponent('["",{"children":[1,2,3]}]')]) {
    const { status } = await fetch(`${url}/masuk`, { headers: { 'Next-Router-State-Tree': state, RSC: '1' } })
    expect({ state: state.slice(0, 20), ok: status < 400 }).toEqual({ state: state.slice(0, 20), ok: true })
  }
})

test('nobody writes a line of their own into the log: each is one JSON object', async ({ url }) => {
  const forged = '%2fapi%2fv1%2f%0A%7B%22level%22%3A%22info%22%2C%22msg%22%3A%22palsu%22%7D'
  await fetch(`${url}/_next/image?url=${forged}&w=640&q=75`)
  await fetch(`${url}/masuk?x=${forged}`, { headers: { 'Next-Router-State-Tree': forged } })
  const lines = readFileSync(process.env.SAPA_LOG ?? '', 'utf8').split('\n')
  const started = lines.findIndex((line) => line.startsWith('Sapa is at'))
  const others = lines.slice(started + 2).filter((line) => line !== '' && !/^\{.*"level":.*\}$/.test(line))
  expect(others).toEqual([])
  expect(lines.join('\n')).not.toContain('palsu')
})
