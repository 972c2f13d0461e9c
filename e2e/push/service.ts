import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Delivery } from './device'

export interface PushService {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * A push service for tests (RFC 8030, as far as an application server sees it): keeps what is posted to a device's path and tells it to whoever
 * gets that path. How it treats a device is the first word of that path: `gone` is 410, `redirected` leads elsewhere, `tired` fails once.
 */
export async function startPushService(): Promise<PushService> {
  const deliveries = new Map<string, Delivery[]>()
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const kept = deliveries.get(path) ?? []
    if (request.method === 'GET') return response.end(JSON.stringify(kept))
    kept.push({ headers: headersOf(request), body: (await bodyOf(request)).toString('base64') })
    deliveries.set(path, kept)
    if (path.startsWith('/redirected-')) response.setHeader('Location', `${url}/stolen${path}`)
    response.writeHead(statusFor(path, kept.length)).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function statusFor(path: string, times: number): number {
  if (path.startsWith('/gone-')) return 410
  if (path.startsWith('/redirected-')) return 307
  return path.startsWith('/tired-') && times === 1 ? 500 : 201
}

const headersOf = (request: IncomingMessage) =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
