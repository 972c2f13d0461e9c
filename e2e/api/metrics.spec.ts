import { readFileSync } from 'node:fs'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { METRICS_TOKEN } from '@/e2e/metrics-token'
import { expectRefusal } from '@/e2e/refusal'

test('metrics are for whoever shows the token, tell of requests by route, and hold no ids', async ({ api, clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.pasien, k, 'Halo')
  await k.dokter.api.get(`/pesan/${k.id}?rahasia=1`)
  await api.get('/api/rahasia-yang-tidak-ada')
  const { status, headers, text } = await api.bearing(METRICS_TOKEN).get('/api/metrics')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('text/plain')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(text).toMatch(/^sapa_http_request_seconds_count\{method="POST",route="\/api\/v1\/pesan",status="201"\} \d+$/m)
  expect(text).toMatch(/^sapa_http_request_seconds_count\{method="GET",route="\/api\/v1\/pesan\/\[id\]",status="200"\} \d+$/m)
  for (const name of [
    'sapa_jobs{state="due"}',
    'sapa_database_connections{state="idle"}',
    'sapa_realtime_sockets',
    'sapa_process_resident_memory_bytes',
  ])
    expect(text, name).toContain(`\n${name} `)
  expect(text).not.toMatch(/rahasia|(pengguna|konsultasi|pesan|lampiran)_[0-7][0-9a-z]{25}/)
})

for (const file of ['alerts.yml', 'dashboard.json'])
  test(`every number that ${file} asks for is told`, async ({ api }) => {
    const { text } = await api.bearing(METRICS_TOKEN).get('/api/metrics')
    const told = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    )
    const asked = readFileSync(`lib/deploy/${file}`, 'utf8').match(/\bsapa_\w+/g) ?? []
    expect(asked.length).toBeGreaterThan(5)
    expect(told).toEqual(expect.arrayContaining([...new Set(asked)]))
  })

test('a wrong token, half a token and no token are 401; without a token of the operator there are no metrics', async ({ api, clinic }) => {
  const wrong = ['', 'salah', METRICS_TOKEN.slice(0, -1), `${METRICS_TOKEN}0`, (await clinic.pasien()).token]
  for (const token of wrong) expectRefusal(await api.with({ Authorization: `Bearer ${token}` }).get('/api/metrics'), 'unauthenticated')
  expectRefusal(await api.get('/api/metrics'), 'unauthenticated')
})

test.describe('where no token is set', () => {
  test.use({ url: pollingUrl() })

  test('there are no metrics, whatever is shown', async ({ api }) => {
    for (const client of [api, api.bearing(METRICS_TOKEN)]) expectRefusal(await client.get('/api/metrics'), 'not_found')
  })
})
