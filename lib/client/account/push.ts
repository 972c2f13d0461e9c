import { ask, askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'

/** Web Push on this device: `blocked` can only be changed in the browser's own settings, `unsupported` not at all. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on'

/** Whose subscription this browser holds: another person's is never taken over silently. */
const OWNER_KEY = 'sapa:push'

/** Until the browser has to have let go when somebody signs out, in milliseconds. */
const LET_GO_MS = 2000

/** Until the service worker has to be there, in milliseconds. */
const READY_MS = 20_000

/** Until the push service of the browser has to have answered, in milliseconds. */
const SUBSCRIBE_MS = 15_000

export async function pushState(penggunaId: string): Promise<PushState> {
  if (!isSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  const isOn = Notification.permission === 'granted' && owner() === penggunaId && (await currentSubscription()) !== null
  return isOn ? 'on' : 'off'
}

/** Asks for permission (only after a click) and subscribes this browser. @throws when the browser or the server cannot */
export async function turnOnPush(penggunaId: string): Promise<PushState> {
  if (!isSupported()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return pushState(penggunaId)
  await subscribe(penggunaId)
  return pushState(penggunaId)
}

export async function turnOffPush(penggunaId: string): Promise<PushState> {
  const subscription = await currentSubscription()
  setOwner(null)
  if (subscription) {
    await subscription.unsubscribe()
    await ask('DELETE /push/langganan', { json: { endpoint: subscription.endpoint } })
  }
  return pushState(penggunaId)
}

/** Brings the server up to date at the start of a page: with a new session or other keys the old subscription is worth nothing. */
export async function renewPush(penggunaId: string): Promise<void> {
  if (!isSupported() || Notification.permission !== 'granted') return
  if (owner() === penggunaId) await subscribe(penggunaId)
  else await (await currentSubscription())?.unsubscribe()
}

/** Whoever signs out is told nothing more at this device, also if it cannot be reached just now: the session ends on the server. */
export async function endPush(): Promise<void> {
  setOwner(null)
  if (!isSupported()) return
  await Promise.race([letGo(), new Promise((done) => setTimeout(done, LET_GO_MS))])
}

async function letGo() {
  const registration = await navigator.serviceWorker.getRegistration()
  for (const notification of (await registration?.getNotifications()) ?? []) notification.close()
  await navigator.clearAppBadge?.()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}

async function subscribe(penggunaId: string) {
  const { pushManager } = await serviceWorker()
  const { kunci } = (await askFor('GET /push/config')).data
  const old = await pushManager.getSubscription()
  if (old && !isFor(old, kunci)) await old.unsubscribe()
  const kept = old && isFor(old, kunci) ? old : await inTime(pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: kunci }))
  await ask('POST /push/langganan', { json: kept.toJSON() as JsonOf<'POST /push/langganan'> })
  setOwner(penggunaId)
}

/** A push service that is away is no reason to keep somebody waiting: browsers try for almost a minute. */
function inTime<T>(subscribing: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('no push service')), SUBSCRIBE_MS))
  return Promise.race([subscribing, late])
}

/** The one that the pages of a wing register a moment after they have opened (app/_shell/service-worker.tsx). */
async function serviceWorker(): Promise<ServiceWorkerRegistration> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('no service worker')), READY_MS))
  return Promise.race([navigator.serviceWorker.ready, late])
}

const isSupported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

function isFor({ options }: PushSubscription, kunci: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))
  const known = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  return known === kunci
}

function owner(): string | null {
  try {
    return localStorage.getItem(OWNER_KEY)
  } catch {
    return null
  }
}

function setOwner(penggunaId: string | null) {
  try {
    if (penggunaId) localStorage.setItem(OWNER_KEY, penggunaId)
    else localStorage.removeItem(OWNER_KEY)
  } catch {}
}
