import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Gauge, register } from 'prom-client'
import { countJobs } from '@/lib/data/jobs'
import { countConnections } from '@/lib/data/pool'
import { countListeners } from '@/lib/realtime/publish'

export const METRICS_TYPE = register.contentType

/**
 * The numbers of this instance for Prometheus, of all its processes together: requests by route (lib/cli/request-log.mjs), the processes, what waits. Labels are
 * names that stand in this code, never ids. While the database or realtime is away, what they would say is left as it was last.
 */
export async function readMetrics(): Promise<string> {
  prepare()
  return process.env.WEB_PROCESSES === '1' || !process.send ? register.metrics() : askForAll()
}

/** Only the supervisor can ask every process; the answer comes back to whoever was asked (lib/cli/web.ts). */
async function askForAll(): Promise<string> {
  const id = randomUUID()
  process.send?.({ type: 'metrics', id })
  for (;;) {
    const [message] = await once(process, 'message', { signal: AbortSignal.timeout(6000) })
    if (message?.type === 'metrics' && message.id === id) return message.text
  }
}

let isPrepared = false

/** Each process answers for itself when it is asked. */
function prepare() {
  if (isPrepared) return
  isPrepared = true
  gauge('sapa_jobs', 'Jobs whose time has come, and those that were tried too often.', 'max', async (jobs) => {
    const { due, given_up } = await countJobs()
    jobs.set({ state: 'due' }, due)
    jobs.set({ state: 'given_up' }, given_up)
  })
  gauge('sapa_database_connections', 'Connections to the database; waiting: requests without one.', 'sum', async (connections) => {
    const { total, idle, waiting } = countConnections()
    for (const [state, count] of Object.entries({ busy: total - idle, idle, waiting })) connections.set({ state }, count)
  })
  gauge('sapa_realtime_sockets', 'Open sockets that listen to the channel of a person.', 'max', async (sockets) => {
    const count = await countListeners()
    if (count !== null) sockets.set(count)
  })
}

/** `aggregator`: what all processes see alike is not added up. */
function gauge(name: string, help: string, aggregator: 'max' | 'sum', tell: (gauge: Gauge) => Promise<void>) {
  if (register.getSingleMetric(name)) return
  new Gauge({
    name,
    help,
    aggregator,
    labelNames: ['state'],
    async collect() {
      await tell(this).catch(() => undefined)
    },
  })
}
