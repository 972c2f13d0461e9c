import { Gauge, register } from 'prom-client'
import { countJobs } from '@/lib/data/jobs'
import { countConnections } from '@/lib/data/pool'
import { countListeners } from '@/lib/realtime/publish'

export const METRICS_TYPE = register.contentType

/**
 * This instance's numbers for Prometheus: requests by route (lib/cli/request-log.mjs), the process, what waits. Labels are names that stand in
 * this code, never ids. While the database or realtime is away, what they would say is left as it was last.
 */
export async function readMetrics(): Promise<string> {
  await Promise.allSettled([tellOfJobs(), tellOfListeners()])
  const { total, idle, waiting } = countConnections()
  for (const [state, count] of Object.entries({ busy: total - idle, idle, waiting })) connections().set({ state }, count)
  return register.metrics()
}

async function tellOfJobs(): Promise<void> {
  const { due, given_up } = await countJobs()
  jobs().set({ state: 'due' }, due)
  jobs().set({ state: 'given_up' }, given_up)
}

async function tellOfListeners(): Promise<void> {
  const count = await countListeners()
  if (count !== null) listeners().set(count)
}

const jobs = () => gauge('sapa_jobs', 'Jobs whose time has come, and those that were tried too often.', ['state'])
const connections = () => gauge('sapa_database_connections', 'Connections to the database; waiting: requests without one.', ['state'])
const listeners = () => gauge('sapa_realtime_sockets', 'Open sockets that listen to the channel of a person.', [])

/** Made once in each process; development loads modules anew. */
const gauge = (name: string, help: string, labelNames: string[]): Gauge =>
  (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames })
