import { defineConfig } from '@playwright/test'
import { installedBrowsers } from './e2e/browsers/installed'
import { lightChromium } from './e2e/chromium'

const JOURNEYS = '**/browsers/*.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  // A test that needs a second try is broken.
  retries: 0,
  // These end what hangs; they judge no speed.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  projects: [
    // The story of a conversation, in the other browsers that this machine has. Each runs in one window, one journey after the other; they come first,
    // because at the end nothing else would be left to run beside them.
    ...installedBrowsers().map((name) => ({ name, testMatch: JOURNEYS, workers: 1 })),
    { name: 'chromium', testIgnore: JOURNEYS },
  ],
  use: {
    // A trace of every test costs a third of their time: `TRACE=1 npm test -- e2e/browser/live.spec.ts` where one is needed.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: lightChromium,
  },
})
