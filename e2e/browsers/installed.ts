import { existsSync } from 'node:fs'

/** Where Debian's packages put what these journeys need. */
export const FIREFOX = '/usr/bin/firefox-esr'
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver'
export const XVFB = '/usr/bin/Xvfb'
export const PULSEAUDIO = '/usr/bin/pulseaudio'

/** The browser of `libwebkit2gtk`, in a folder of the machine's kind. */
export const MINI_BROWSER =
  ['x86_64', 'aarch64'].map((kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`).find(existsSync) ?? 'MiniBrowser'

export type OtherBrowser = 'firefox' | 'webkit'

const NEEDS: Record<OtherBrowser, readonly string[]> = {
  firefox: [FIREFOX, PULSEAUDIO],
  webkit: [WEBKIT_DRIVER, MINI_BROWSER, XVFB, PULSEAUDIO],
}

const OTHERS: readonly OtherBrowser[] = ['firefox', 'webkit']
const isInstalled = (browser: OtherBrowser) => NEEDS[browser].every(existsSync)

/** The browsers beside Chromium that this machine has, and those that it lacks. */
export const installedBrowsers = (): readonly OtherBrowser[] => OTHERS.filter(isInstalled)
export const missingBrowsers = (): readonly OtherBrowser[] => OTHERS.filter((browser) => !isInstalled(browser))
