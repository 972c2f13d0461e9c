import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { type App, startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { METRICS_TOKEN } from '@/e2e/metrics-token'
import { readProc } from '@/e2e/proc'
import type { PesanView } from '@/lib/contract/pesan'

const PROCESSES = 3

test('several processes serve one port; while new ones take their place no request fails, and one that is killed is replaced', async () => {
  const app = await startApp({ WEB_CONCURRENCY: String(PROCESSES), METRICS_TOKEN })
  try {
    const clinic = new Clinic(new Client(app.url))
    const k = await clinic.active()
    const first = serversOf(app)
    expect(first).toHaveLength(PROCESSES)

    const busy = keepAsking(k)
    process.kill(supervisorOf(app), 'SIGUSR2')
    await expect.poll(() => serversOf(app).filter((pid) => first.includes(pid)), { timeout: 60_000 }).toEqual([])
    expect(serversOf(app)).toHaveLength(PROCESSES)
    const { sent, failed } = await busy.end()
    expect(failed).toEqual([])
    expect(sent.length).toBeGreaterThan(20)
    const { data } = (await k.dokter.api.get<PesanView[]>(`/pesan/${k.id}?per_page=100`)).body
    expect(data.map(({ client_id }) => client_id)).toEqual(sent.slice(-100))

    const { text } = await new Client(app.url).bearing(METRICS_TOKEN).get('/api/metrics')
    const again = await new Client(app.url).bearing(METRICS_TOKEN).get('/api/metrics')
    // Of all processes together: whichever answers, the count never goes back.
    expect(requestsIn(again.text)).toBeGreaterThan(requestsIn(text))

    const [victim] = serversOf(app)
    process.kill(Number(victim), 'SIGKILL')
    await expect.poll(() => serversOf(app).includes(String(victim))).toBe(false)
    await expect.poll(() => serversOf(app).length).toBe(PROCESSES)
    await clinic.send(k.pasien, k, 'Masih di sini')
  } finally {
    await app.stop()
  }
})

/** A pasien who writes and a dokter whose page polls, one request after the other, each on connections that stay open. */
function keepAsking(k: Konsultasi) {
  const sent: string[] = []
  const failed: unknown[] = []
  let isOver = false
  const repeat = async (ask: () => Promise<unknown>) => {
    while (!isOver) await ask().catch((error: unknown) => failed.push(error))
  }
  const write = async () => {
    const client_id = randomUUID()
    const { status } = await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: 'Sudah minum obat', client_id })
    if (status === 201) sent.push(client_id)
    else failed.push(status)
  }
  const poll = async () => {
    const { status } = await k.dokter.api.get(`/pesan/${k.id}?since=0`)
    if (status !== 200) failed.push(status)
  }
  const all = [repeat(write), repeat(poll), repeat(poll)]
  return {
    end: async () => {
      isOver = true
      await Promise.all(all)
      return { sent, failed }
    },
  }
}

/** How many requests these metrics have counted, of every route. */
const requestsIn = (metrics: string) =>
  [...metrics.matchAll(/^sapa_http_request_seconds_count\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0)

const supervisorOf = ({ webPid }: App) => Number(/\) \S (\d+)/.exec(readProc(String(webPid), 'stat'))?.[1])

/** The web servers of this system, by their process ids. */
function serversOf({ dataDir }: App): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter(
    (pid) => readProc(pid, 'cmdline').includes('lib/cli/server.mjs') && readProc(pid, 'environ').includes(`DATA_DIR=${dataDir}\0`),
  )
}
