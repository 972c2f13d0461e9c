import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { postPublicly, type Resolve } from './public-request'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server of this machine that must not be reached, and how often it was. */
async function innerServer(answer: { status: number; location?: string } = { status: 201 }) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(answer.status, answer.location ? { Location: answer.location } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, asked }
}

const post = (endpoint: string, addresses: readonly string[], except: string | null = null) =>
  postPublicly(endpoint, { headers: {}, body: Buffer.from('x'), resolve: resolvingTo(addresses), except })

const resolvingTo =
  (addresses: readonly string[]): Resolve =>
  (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test.each([
  ['loopback', ['127.0.0.1']],
  ['a private network', ['10.0.0.7']],
  ['the metadata of a cloud', ['169.254.169.254']],
  ['loopback by IPv6', ['::1']],
  ['an IPv4 address wrapped into IPv6', ['::ffff:127.0.0.1']],
  ['a public address and a private one', ['203.119.13.77', '192.168.1.1']],
  ['nothing', []],
])('a public name that resolves to %s is not connected to', async (_, addresses) => {
  const { port, asked } = await innerServer()
  await expect(post(`https://push.example.com:${port}/x`, addresses)).rejects.toMatchObject({ code: 'NOT_PUBLIC' })
  expect(asked).toEqual([])
})

test.each(['https://127.0.0.1', 'https://[::1]', 'https://[::ffff:7f00:1]', 'https://localhost', 'http://203.119.13.77'])(
  '%s is refused without asking any resolver',
  async (origin) => {
    const { port } = await innerServer()
    const never: Resolve = () => expect.unreachable()
    await expect(postPublicly(`${origin}:${port}/x`, { headers: {}, body: Buffer.from('x'), resolve: never })).rejects.toMatchObject({
      code: 'NOT_PUBLIC',
    })
  },
)

test('a redirect is told as it is and leads nowhere', async () => {
  const inner = await innerServer()
  const outer = await innerServer({ status: 307, location: `http://127.0.0.1:${inner.port}/stolen` })
  const origin = `http://127.0.0.1:${outer.port}`
  expect(await post(`${origin}/x`, [], origin)).toBe(307)
  expect(outer.asked).toEqual(['/x'])
  expect(inner.asked).toEqual([])
})

test('the excepted origin excepts no other port of the same machine', async () => {
  const { port } = await innerServer()
  await expect(post(`http://127.0.0.1:${port}/x`, [], `http://127.0.0.1:${port + 1}`)).rejects.toMatchObject({ code: 'NOT_PUBLIC' })
})
