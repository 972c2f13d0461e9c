import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let questions = 0
vi.mock('@/lib/env', () => ({ env: () => ({ pusher: null }) }))
vi.mock('@/lib/realtime/publish', () => ({ countListeners: async () => null }))
vi.mock('@/lib/data/jobs', () => ({
  countJobs: async () => {
    questions++
    return { due: 2, given_up: 1, oldest: 90 }
  },
}))
// A question waits for its connection until the others of this moment were asked.
vi.mock('@/lib/data/pool', () => ({ countConnections: () => ({ total: 1, idle: 1, waiting: questions }) }))

// As a process without a supervisor: it answers for itself.
const { send } = process
beforeEach(() => {
  process.send = undefined
})
afterEach(() => {
  process.send = send
})

test('one scrape asks the database once, does not count itself as waiting, and tells how late jobs are at that moment', async () => {
  const { readMetrics } = await import('./read-metrics')
  const told = await readMetrics()
  expect(told).toContain('sapa_database_connections{state="waiting"} 0')
  expect(told).toContain('sapa_jobs{state="due"} 2')
  expect(told).toContain('sapa_oldest_job_seconds 90')
  expect(questions).toBe(1)
})
