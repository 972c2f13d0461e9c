import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startBound } from './bound-processes'
import { FIREFOX } from './installed'
import type { Look, Send, StartedBrowser } from './window'

const PREFS = {
  'marionette.port': 0,
  'intl.accept_languages': 'id-ID,id',
  'media.autoplay.default': 0,
  'signon.rememberSignons': false,
  // Nothing of its own that asks the network or fills the first window.
  'app.normandy.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'toolkit.legacyUserProfileCustomizations.stylesheets': true,
}

/** Its own frame keeps the window at 500 px or more. */
const NARROW = ':root, body { min-width: 0 !important }'

/** Starts Debian's Firefox and speaks its Marionette protocol: WebDriver's commands over a socket. */
export async function startFirefox({ isDark, addresses }: Look): Promise<StartedBrowser> {
  const prefs = Object.entries({ ...PREFS, 'ui.systemUsesDarkTheme': isDark ? 1 : 0, 'dom.securecontext.allowlist': addresses.join() })
  const lines = prefs.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`).join('\n')
  const script = `mkdir -p p/chrome
cat > p/user.js <<'PREFS'
${lines}
PREFS
echo '${NARROW}' > p/chrome/userChrome.css
${FIREFOX} --headless --marionette --no-remote --profile "$HOME/p" &`
  const processes = startBound(script, { MOZ_CRASHREPORTER_DISABLE: '1' })
  try {
    const socket = connect(await portOf(join(processes.home, 'p/MarionetteActivePort')), '127.0.0.1')
    await once(socket, 'connect')
    const send = marionette(socket)
    await send('NewSession')
    return {
      send,
      stop: async () => {
        socket.destroy()
        await processes.stop()
      },
    }
  } catch (error) {
    const said = processes.log()
    await processes.stop()
    throw new Error(`Firefox did not start: ${said}`, { cause: error })
  }
}

async function portOf(file: string): Promise<number> {
  const written = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0)
  await expect.poll(written, { timeout: 60_000 }).toBeGreaterThan(0)
  return written()
}

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown]

/** `length:[0,id,command,params]` there, `length:[1,id,error,result]` back. */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  listen(socket, (message) => {
    if (Array.isArray(message)) waiting.get(message[1])?.(message as Answer)
  })
  socket.once('close', () => {
    for (const hear of waiting.values()) hear([1, 0, { error: 'unknown error', message: 'Firefox is gone' }, null])
  })
  return (command, params = {}) =>
    new Promise((done, fail) => {
      const id = ++last
      waiting.set(id, ([, , error, result]) => {
        waiting.delete(id)
        if (error) fail(new Error(`${error.error}: ${error.message}`))
        else done(valueIn(result))
      })
      const text = JSON.stringify([0, id, `WebDriver:${command}`, params])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
}

/** What WebDriver calls the value of an answer: lists come without that word. */
const valueIn = (result: unknown): unknown => (result !== null && typeof result === 'object' && 'value' in result ? result.value : result)

function listen(socket: Socket, hear: (message: unknown) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes])
    for (let colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon))
      if (rest.length < end) return
      hear(JSON.parse(rest.subarray(colon + 1, end).toString()))
      rest = rest.subarray(end)
    }
  })
}
