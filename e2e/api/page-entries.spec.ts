import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from '@/e2e/fixtures'

interface Heard {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly page: string
}

/** Opens an address as a browser does, over a connection of its own. */
const open = (url: string, path: string, headers: Record<string, string>) =>
  new Promise<Heard>((heard, failed) => {
    const asking = request(url + path, { headers: { ...headers, 'accept-encoding': 'br', connection: 'close' } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const bytes = Buffer.concat(pieces)
        const page = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes
        heard({ status: response.statusCode ?? 0, headers: response.headers, page: page.toString() })
      })
    })
    asking.on('error', failed).end()
  })

/** With a header of its router, Next.js itself looks for the page. */
const BY_NEXT = { 'next-url': '/' }

/** Without what is another one each time. */
function lasting({ status, headers, page }: Heard): unknown {
  const { date: _, 'x-request-id': __, 'content-length': ___, ...rest } = headers
  const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(String(rest['content-security-policy'])) ?? []
  // What React is told beside what is shown comes in an order of its own, by what was there first.
  const without = (text: string) => text.replaceAll(nonce, 'nonce').replace(/<script[^>]*>\(?self\.__next_f.*?<\/script>/gs, '')
  const [head = '', body = ''] = without(page).split('</head>')
  // Who can be asked changes while others test beside this.
  const whoeverIsThere = body.replace(/<label[^>]*>(?:(?!<\/label>).)*name="dokter_id".*?<\/label>/gs, '')
  // A title and what stands beside it are each there when what they tell of was read.
  return { status, headers: without(JSON.stringify(rest, null, 1)), head: head.split(/(?=<)/).toSorted(), body: whoeverIsThere }
}

test('a page that is opened by its own entry is the page that Next.js finds there', async ({ clinic, url }) => {
  const k = await clinic.active()
  const other = await clinic.pasien()
  await clinic.send(k.dokter, k, 'Sejak kapan demamnya?')
  const as = ({ token }: { token: string }) => ({ cookie: `next-auth.session-token=${token}` })

  const asked: [path: string, headers: Record<string, string>, status: number][] = [
    ['/masuk', {}, 200],
    ['/masuk', { 'accept-language': 'en' }, 200],
    ['/masuk?callbackUrl=%2Fpasien', {}, 200],
    ['/masuk', as(k.pasien), 307],
    ['/v/AAAAAAAAAAAAAAAA', {}, 404],
    ['/pasien', {}, 307],
    [`/pasien/konsultasi/${k.id}`, as(k.pasien), 200],
    [`/pasien/konsultasi/${k.id}?pesan=1`, as(k.pasien), 200],
    [`/pasien/konsultasi/${k.id}`, as(other), 403],
    ['/pasien/konsultasi/bukan', as(k.pasien), 404],
    ['/pasien/konsultasi/baru', as(k.pasien), 200],
    [`/dokter/konsultasi/${k.id}`, as(k.dokter), 200],
    ['/dokter', as(k.pasien), 403],
  ]
  for (const [path, headers, status] of asked) {
    // The first of a kind and language waits for its module, which shows in its pieces.
    await open(url, path, headers)
    const [byNext, byEntry] = [await open(url, path, { ...headers, ...BY_NEXT }), await open(url, path, headers)]
    expect({ path, status: byEntry.status }).toEqual({ path, status })
    expect(lasting(byEntry), path).toEqual(lasting(byNext))
  }
})

test('a page is sent whole: coded once, with its length', async ({ url }) => {
  const { headers, page } = await open(url, '/masuk', {})
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: expect.stringMatching(/accept-encoding/i) })
  expect(Number(headers['content-length'])).toBeGreaterThan(1000)
  expect(headers['transfer-encoding']).toBeUndefined()
  expect(page).toMatch(/<\/html>\s*$/)
})
