import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { readProc } from '@/e2e/proc'

/** Processes that run with or in this folder. */
function processesOf(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
  return pids.filter((pid) => `${readProc(pid, 'cmdline')}\0${readProc(pid, 'environ')}`.includes(folder))
}

test('SIGTERM ends everything that was started, also in a folder with spaces; what was acknowledged is there after the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa data klinik '))
  try {
    const first = await startApp({ DATA_DIR: folder })
    const clinic = new Clinic(new Client(first.url))
    const k = await clinic.active()
    const sent = await clinic.talk(k, 5)
    expect(processesOf(folder).length).toBeGreaterThan(1)
    await first.stop()
    expect(processesOf(folder)).toEqual([])

    const second = await startApp({ DATA_DIR: folder })
    try {
      const { data } = (await new Client(second.url).bearing(k.pasien.token).get(`/pesan/${k.id}`)).body
      expect(data).toEqual(sent)
    } finally {
      await second.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an instance that ends still answers what a proxy asks over a connection that it kept, and says that it is the last answer', async () => {
  const app = await startApp({ TRUSTED_PROXY: '127.0.0.1' })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const overOne = () =>
    new Promise<IncomingMessage>((answered, lost) => {
      get(`${app.url}/api/live`, { agent }, (response) => response.resume().once('end', () => answered(response))).once('error', lost)
    })
  await overOne()
  const stopped = app.stop()
  // Nobody new is let in: it has heard.
  await expect
    .poll(() =>
      fetch(`${app.url}/api/live`).then(
        ({ ok }) => ok,
        () => 'away',
      ),
    )
    .toBe('away')
  const last = await overOne()
  expect(last.statusCode).toBe(200)
  expect(last.headers.connection).toBe('close')
  agent.destroy()
  await stopped
})
