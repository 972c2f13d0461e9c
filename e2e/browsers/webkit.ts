import { expect } from '@playwright/test'
import { findFreePort } from '@/e2e/app'
import { startBound } from './bound-processes'
import { MINI_BROWSER, WEBKIT_DRIVER, XVFB } from './installed'
import type { Command, Look, Send, StartedBrowser } from './window'

/** The buttons of its own frame keep the window at 447 px or more. */
const NARROW = '* { min-width: 0; padding: 0; margin: 0; font-size: 1px }'

/** Starts Debian's WebKitGTK on a screen of its own and speaks WebDriver to it. It refuses to be root. */
export async function startWebKit({ isDark }: Look): Promise<StartedBrowser> {
  const port = await findFreePort()
  const script = `mkdir -p .config/gtk-3.0
echo '${NARROW}' > .config/gtk-3.0/gtk.css
mkfifo display
${XVFB} -displayfd 3 3>display -screen 0 1280x900x24 -nolisten tcp &
read -r number < display
DISPLAY=":$number" ${WEBKIT_DRIVER} --port=${port} &`
  const processes = startBound(script, { NO_AT_BRIDGE: '1', DBUS_SESSION_BUS_ADDRESS: 'disabled:' }, { asNobody: true })
  try {
    const address = `http://127.0.0.1:${port}`
    await expect(() => fetch(`${address}/status`)).toPass({ timeout: 60_000, intervals: [50] })
    const args = ['--automation', ...(isDark ? ['--dark-mode'] : [])]
    const wanted = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args } } }
    const session = (await ask(`${address}/session`, 'POST', { capabilities: wanted })) as { sessionId: string }
    return { send: webDriver(`${address}/session/${session.sessionId}`), stop: processes.stop }
  } catch (error) {
    const said = processes.log()
    await processes.stop()
    throw new Error(`WebKit did not start: ${said}`, { cause: error })
  }
}

/** Where WebDriver has its commands: https://www.w3.org/TR/webdriver2/#endpoints */
const PLACES: Record<Exclude<Command, 'NewSession'>, readonly [method: 'GET' | 'POST', path: string]> = {
  Navigate: ['POST', '/url'],
  SetWindowRect: ['POST', '/window/rect'],
  FindElements: ['POST', '/elements'],
  GetComputedLabel: ['GET', '/element/{id}/computedlabel'],
  ElementClick: ['POST', '/element/{id}/click'],
  ElementSendKeys: ['POST', '/element/{id}/value'],
  PerformActions: ['POST', '/actions'],
  ExecuteScript: ['POST', '/execute/sync'],
  TakeScreenshot: ['GET', '/screenshot'],
}

const webDriver =
  (session: string): Send =>
  (command, { id = '', ...params } = {}) => {
    const [method, path] = command === 'NewSession' ? (['POST', ''] as const) : PLACES[command]
    return ask(session + path.replace('{id}', String(id)), method, params)
  }

async function ask(address: string, method: 'GET' | 'POST', params: object): Promise<unknown> {
  const answer = await fetch(address, { method, body: method === 'POST' ? JSON.stringify(params) : null })
  const { value } = (await answer.json()) as { value: { error: string; message: string } }
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}
