import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** How to start the first of these browsers that there is; where there is none, the one that Playwright installed itself. */
const startOf = (...paths: string[]): LaunchOptions => {
  const executablePath = paths.find(existsSync)
  return {
    ...(executablePath && { executablePath }),
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
  }
}

/** Debian's Chromium: the whole one, which knows of notifications. */
const CHROMIUM = '/usr/bin/chromium'
export const wholeChromium = startOf(CHROMIUM)
/** The same without windows, and without the pages of their frames, which cost half of the processor. */
export const lightChromium = startOf('/usr/lib/chromium/chromium-headless-shell', CHROMIUM)
