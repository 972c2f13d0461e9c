import { createListeners } from '@/lib/client/page/listeners'

const KEY = 'sapa:hemat-data'

/** What Chromium tells of the line (https://wicg.github.io/savedata/); nothing elsewhere. */
const connection = (): (EventTarget & { readonly saveData?: boolean }) | undefined =>
  (navigator as Navigator & { connection?: EventTarget & { readonly saveData?: boolean } }).connection

/** Pictures and voice come only when they are asked for: chosen on this device, else as the browser was told. */
export function isLowData(): boolean {
  try {
    const chosen = localStorage.getItem(KEY)
    if (chosen !== null) return chosen === '1'
  } catch {
    // Nothing is kept here: the browser's own setting counts.
  }
  return connection()?.saveData === true
}

const listeners = createListeners()

export function chooseLowData(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? '1' : '0')
  } catch {
    // Nothing is kept here.
  }
  listeners.tell()
}

export function subscribeLowData(listener: () => void): () => void {
  const stop = listeners.hear(listener)
  addEventListener('storage', listener)
  connection()?.addEventListener('change', listener)
  return () => {
    stop()
    removeEventListener('storage', listener)
    connection()?.removeEventListener('change', listener)
  }
}
