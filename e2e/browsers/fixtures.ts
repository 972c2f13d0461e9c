import { writeFileSync } from 'node:fs'
import { test as base } from '@/e2e/fixtures'
import { type Cable, layCable } from './cable'
import { startFirefox } from './firefox'
import { startWebKit } from './webkit'
import { type StartedBrowser, Window } from './window'

interface WorkerFixtures {
  /** A browser in the dark of its system; one that is open stays as it is. */
  readonly isDark: boolean
  /** Each journey takes one away. */
  readonly addresses: string[]
  /** One for all journeys of a worker. */
  readonly started: StartedBrowser
}

interface Fixtures {
  readonly cable: Cable
  /** A window that has never been at the system under test before. */
  readonly seen: Window
}

/** What a page asked last and how long each took, in milliseconds: a picture does not tell what it still waits for. */
const LAST_ASKED = `
  const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).slice(-12)
  return {
    now: Math.round(performance.now()),
    online: navigator.onLine,
    visible: document.visibilityState,
    worker: navigator.serviceWorker?.controller?.state ?? null,
    asked: asked.map(({ name, startTime, duration, responseStatus }) => [new URL(name).pathname, Math.round(startTime), Math.round(duration), responseStatus]),
  }`

/** Journeys through the browser that the project is called after, written once for all of them. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  isDark: [false, { option: true, scope: 'worker' }],

  addresses: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here what a fixture needs
    ({}, use, { workerIndex }) => use(Array.from({ length: 40 }, (_, n) => `127.0.${(workerIndex % 250) + 1}.${n + 1}`)),
    { scope: 'worker' },
  ],

  started: [
    async ({ isDark, addresses }, use, { project }) => {
      const started = await (project.name === 'webkit' ? startWebKit : startFirefox)({ isDark, addresses: [...addresses] })
      await use(started)
      await started.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  cable: async ({ url, addresses }, use) => {
    const cable = await layCable(url, addresses.shift() ?? '')
    await use(cable)
    cable.close()
  },

  seen: async ({ started, cable }, use, testInfo) => {
    const window = new Window(started.send, cable.url)
    await window.resize(1100, 800)
    // WebKit takes its language from locales that a machine may lack.
    await window.open('/ikon-192.png')
    await window.run(`document.cookie = 'bahasa=id; path=/'`)
    await use(window)
    if (testInfo.status !== testInfo.expectedStatus) {
      writeFileSync(testInfo.outputPath('terlihat.png'), await window.screenshot())
      process.stdout.write(`\n${testInfo.title}: ${JSON.stringify(await window.run(LAST_ASKED))}\n`)
    }
    await started.send('Navigate', { url: 'about:blank' })
  },
})
