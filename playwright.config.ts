import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Debian's where there is one: without windows, or with them, which cost half of the processor; elsewhere the one that Playwright installed itself. */
const debian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)

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
  use: {
    // A trace of every test costs a third of their time: `TRACE=1 npm test -- e2e/browser/live.spec.ts` where one is needed.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(debian && { executablePath: debian }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A microphone that beeps, and nobody to ask whether it may be used.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
})
