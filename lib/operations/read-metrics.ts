import { randomUUID } from 'node:crypto'
import { Gauge, register } from 'prom-client'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { countJobs } from '@/lib/data/jobs'
import { countConnections } from '@/lib/data/pool'
import { env } from '@/lib/env'
import { countListeners } from '@/lib/realtime/publish'

export const METRICS_TYPE = register.contentType

/** The supervisor gives processes that do not answer up after 5 s. */
const PATIENCE_MS = 6000

/**
 * The numbers of this instance for Prometheus, of all its processes together: requests by route (lib/cli/request-log.mjs), the processes, what waits. Labels are
 * names that stand in this code, never ids. While the database or realtime is away, what they would say is left as it was last.
 */
export async function readMetrics(): Promise<string> {
  prepare()
  return process.send ? askForAll() : register.metrics()
}

/** Only the supervisor can ask every process, itself too; the answer comes back to whoever was asked (lib/cli/web.ts). */
function askForAll(): Promise<string> {
  const id = randomUUID()
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(late)
      process.off('message', hear)
    }
    const hear = (message: { type?: string; id?: string; text?: string }) => {
      if (message?.type !== 'metrics' || message.id !== id) return
      end()
      resolve(message.text ?? '')
    }
    const late = setTimeout(() => {
      end()
      reject(new Error('the supervisor did not tell the metrics'))
    }, PATIENCE_MS)
    process.on('message', hear)
    process.send?.({ type: 'metrics', id })
  })
}

/** Each process answers for itself when it is asked. */
function prepare() {
  if (register.getSingleMetric('sapa_jobs')) return
  gauge('sapa_build_info', 'Always 1: which build is running, and on what.', 'max', async (info) => {
    info.set({ version: process.env.SAPA_VERSION ?? '', node: process.versions.node, realtime: realtimeKind() }, 1)
  })
  // Before anything is asked of the database: whoever asks for the numbers would count as waiting.
  gauge('sapa_database_connections', 'Connections to the database; waiting: requests without one.', 'sum', async (connections) => {
    const { total, idle, waiting } = countConnections()
    for (const [state, count] of Object.entries({ busy: total - idle, idle, waiting })) connections.set({ state }, count)
  })
  gauge('sapa_jobs', 'Jobs whose time has come, and those that were tried too often.', 'max', async (jobs) => {
    const counted = await jobsNow()
    jobs.set({ state: 'due' }, counted.due)
    jobs.set({ state: 'given_up' }, counted.given_up)
  })
  gauge('sapa_oldest_job_seconds', 'How late the job is that has waited longest.', 'max', async (oldest) =>
    oldest.set((await jobsNow()).oldest),
  )
  gauge('sapa_realtime_sockets', 'Open sockets that listen to the channel of a person.', 'max', async (sockets) => {
    const count = await countListeners()
    if (count !== null) sockets.set(count)
  })
}

const scrape = onePerProcess('scrape', (): { asked?: ReturnType<typeof countJobs> | undefined } => ({}))

/** Asked once for all that one scrape tells of them. */
function jobsNow(): ReturnType<typeof countJobs> {
  scrape.asked ??= countJobs().finally(() => {
    scrape.asked = undefined
  })
  return scrape.asked
}

/** `aggregator`: what all processes see alike is not added up. */
function gauge(name: string, help: string, aggregator: 'max' | 'sum', tell?: (gauge: Gauge) => Promise<void>): Gauge {
  return new Gauge({
    name,
    help,
    aggregator,
    labelNames: ['state', 'version', 'node', 'realtime'],
    async collect() {
      await tell?.(this).catch(() => undefined)
    },
  })
}

function realtimeKind(): 'embedded' | 'pusher' | 'polling' {
  const { pusher } = env()
  if (!pusher) return 'polling'
  return pusher.embedded ? 'embedded' : 'pusher'
}
