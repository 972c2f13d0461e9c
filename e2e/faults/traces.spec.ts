import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[]
}

/** Takes OTLP over HTTP, as JSON (https://opentelemetry.io/docs/specs/otlp/). */
async function openCollector() {
  const bodies: string[] = []
  const headers: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    if (request.url === '/v1/traces') {
      bodies.push(body)
      headers.push(request.headers['x-kunci']?.toString())
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const spans = () =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap((scope) => scope.spans),
      ),
    )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, headers, spans, close: () => server.close() }
}

test('a collector is told of requests, their statements and jobs, and nothing of anybody; one that is away holds up nothing', async () => {
  test.setTimeout(180_000)
  const collector = await openCollector()
  const app = await startApp({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_HEADERS: 'x-kunci=kunci-kolektor' })
  try {
    const clinic = new Clinic(new Client(app.url))
    const k = await clinic.active()
    const pesan = await clinic.send(k.pasien, k, 'kata-kenari-7 sakit')
    expectSuccess(await k.pasien.api.get('/pesan?q=kata-kenari-7'))
    const page = await fetch(`${app.url}/pasien/cari?q=kata-kenari-7`)
    expect(page.status).toBeLessThan(400)
    const { headers } = await k.pasien.api.get(`/pesan/${k.id}`)

    await expect.poll(() => collector.spans().filter(({ name }) => name.startsWith('job ')).length).toBeGreaterThan(0)
    const requestId = headers.get('x-request-id') ?? 'none'
    const attribute = (span: Span, name: string) => span.attributes.find(({ key }) => key === name)?.value.stringValue
    await expect.poll(() => collector.spans().some((span) => attribute(span, 'sapa.request_id') === requestId)).toBe(true)
    const all = collector.spans()
    const root = all.find((span) => attribute(span, 'sapa.request_id') === requestId)
    const ofIt = all.filter(({ traceId }) => traceId === root?.traceId)
    expect(ofIt.map(({ name }) => name)).toContain('GET /api/v1/pesan/[id]')
    const statements = ofIt.filter((span) => attribute(span, 'db.system.name') === 'postgresql')
    expect(statements).not.toEqual([])
    for (const { parentSpanId } of statements) expect(ofIt.map(({ spanId }) => spanId)).toContain(parentSpanId)

    const text = collector.bodies.join('\n')
    for (const secret of ['kata-kenari-7', k.id, k.id.split('_')[1] ?? '', pesan.id, k.pasien.email, k.dokter.nama, k.pasien.token])
      expect(text, secret).not.toContain(secret)
    expect(new Set(collector.headers)).toEqual(new Set(['kunci-kolektor']))

    collector.close()
    await clinic.send(k.dokter, k, 'Kolektor sudah tidak ada')
    expect(expectSuccess(await k.pasien.api.get<unknown[]>(`/pesan/${k.id}`))).toHaveLength(2)
  } finally {
    collector.close()
    await app.stop()
  }
})
