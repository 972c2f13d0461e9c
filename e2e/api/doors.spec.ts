import { Agent, request } from 'node:http'
import { expect, test } from '@/e2e/fixtures'
import { JSON_MAX_BYTES } from '@/lib/domain/refusal'

interface Heard {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

/** Asks as it stands, unpacked, over a connection of its own. */
const hear = (url: string, method: string, path: string, headers: Record<string, string>, body?: string) =>
  new Promise<Heard>((heard, failed) => {
    const asking = request(`${url}/api/v1${path}`, { method, headers: { ...headers, connection: 'close' } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () =>
        heard({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() }),
      )
    })
    asking.on('error', failed).end(body)
  })

/** The same address with the last letter of its id written as nobody writes it: only Next.js reads that. */
const written = (path: string) =>
  path.replace(/^(\/\w+\/[\w-]*)([\w-])/, (_, before: string, last: string) => `${before}%${last.charCodeAt(0).toString(16)}`)

/** Without what is another one each time, and how the bytes are framed. */
function lasting({ status, headers, body }: Heard): unknown {
  const { date: _, 'x-request-id': id, 'content-length': __, 'transfer-encoding': ___, ...rest } = headers
  const vary = String(rest.vary)
    .split(/, */)
    .map((name) => name.toLowerCase())
    // Next.js names what its own pages depend on.
    .filter((name) => !/^(?:rsc|next-)/.test(name))
    .sort()
  return { status, headers: { ...rest, vary }, body: body.replaceAll(String(id), 'req').replace(/"mengetik":\[[^\]]*\]/, '') }
}

test('what is asked past Next.js is answered as Next.js answers it', async ({ clinic, url }) => {
  const k = await clinic.active()
  const { pasien, dokter } = k
  const other = await clinic.pasien()
  await clinic.send(dokter, k, 'Sejak kapan demamnya?')
  const own = { authorization: `Bearer ${pasien.token}` }
  const foreign = { authorization: `Bearer ${other.token}` }
  const json = { ...own, 'content-type': 'application/json' }
  const etag = String((await hear(url, 'GET', `/pesan/${k.id}`, own)).headers.etag)

  const asked: [method: string, path: string, headers: Record<string, string>, body?: string][] = [
    ['GET', `/pesan/${k.id}`, own],
    ['GET', `/pesan/${k.id}?per_page=0`, own],
    ['GET', `/pesan/${k.id}`, { ...own, 'if-none-match': etag }],
    ['GET', `/pesan/${k.id}`, { ...own, 'accept-language': 'en' }],
    ['GET', `/pesan/${k.id}`, foreign],
    ['GET', `/pesan/${k.id}`, {}],
    ['GET', `/pesan/${k.id}`, { ...own, 'x-pengguna': dokter.id }],
    ['GET', `/pesan/${k.id}`, { ...own, 'x-pengguna': pasien.id }],
    ['HEAD', `/pesan/${k.id}`, own],
    ['GET', `/pesan/${k.id}/unread-count`, own],
    ['OPTIONS', `/pesan/${k.id}`, own],
    ['PATCH', `/pesan/${k.id}`, json, '{}'],
    ['DELETE', `/pesan/${k.id}`, json, '{'],
    ['GET', '/pesan/pesan_0', own],
    ['GET', `/konsultasi/${k.id}`, own],
    ['PUT', `/konsultasi/${k.id}/terima`, json, ''],
    ['PUT', `/konsultasi/${k.id}/mengetik`, json, '{"aktif":"ya"}'],
    ['GET', '/verifikasi/tidak-ada', {}],
    ['GET', `/konsultasi/${k.id}/dokumen`, own],
    ['GET', `/lampiran/${k.id}`, own],
  ]
  for (const [method, path, headers, body] of asked) {
    // Whoever asks first has the route loaded, and with it its door opened.
    await hear(url, 'OPTIONS', path, {})
    const [past, through] = [await hear(url, method, path, headers, body), await hear(url, method, written(path), headers, body)]
    expect(lasting(past), `${method} ${path}`).toEqual(lasting(through))
    // Otherwise the two might be the same.
    const marks = [past, through].map(({ headers }) => String(headers.vary).includes('rsc'))
    if (through.body !== '') expect(marks, `${method} ${path}`).toEqual([false, true])
  }
})

test('a long answer is packed for whoever takes it so, and for nobody else', async ({ clinic, url }) => {
  const k = await clinic.active()
  await clinic.talk(k, 6)
  const ask = (coding: string) =>
    fetch(`${url}/api/v1/pesan/${k.id}`, { headers: { authorization: `Bearer ${k.pasien.token}`, 'accept-encoding': coding } })
  const codings = ['gzip', 'br, gzip;q=0.5', 'identity', 'gzip;q=0', 'deflate']
  expect((await Promise.all(codings.map(ask))).map(({ headers }) => headers.get('content-encoding'))).toEqual([
    'gzip',
    'gzip',
    null,
    null,
    null,
  ])
  const [packed, plain] = [await ask('gzip'), await ask('identity')]
  // It unpacks by itself; that what came was packed is said above.
  expect(await packed.json()).toEqual(await plain.json())
})

test('what was said too much of is let go: its connection serves the next request', async ({ clinic, url }) => {
  const { token } = await clinic.pasien()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, body?: string) =>
    new Promise<[status: number | undefined, port: number | undefined]>((heard, failed) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const asking = request(`${url}/api/v1/${body ? 'pesan' : 'akun'}`, { method, headers, agent }, (response) => {
        response.resume().on('end', () => heard([response.statusCode, port]))
      })
      let port: number | undefined
      asking.on('socket', (socket) => {
        port = socket.localPort
        socket.once('connect', () => {
          port = socket.localPort
        })
      })
      asking.on('error', failed)
      // In chunks, so that nobody knows before how long it is.
      if (body) asking.write(body)
      asking.end()
    })
  // Whoever asks first has the route loaded, and with it its door opened.
  await fetch(`${url}/api/v1/pesan`, { method: 'OPTIONS' })
  const [[first, port], [second, samePort]] = [await ask('POST', 'x'.repeat(JSON_MAX_BYTES + 500_000)), await ask('GET')]
  agent.destroy()
  expect([first, second, samePort]).toEqual([413, 200, port])
})
