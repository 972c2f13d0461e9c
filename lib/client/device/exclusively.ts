/** How long text waits for another tab that is sending, in milliseconds: longer than any attempt. */
const LOCK_MS = 15_000

/**
 * Only one tab at a time; `patiently` waits for as long as it takes. Web Locks want a secure context; without them the server's idempotency is
 * enough, it only costs a request. And a tab that was put to sleep may hold its lock for ever: text then goes without it. A file waits: brought
 * twice it would be two files.
 */
export async function exclusively<T>(name: string, patiently: boolean, act: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return act()
  const limit = patiently ? {} : { signal: AbortSignal.timeout(LOCK_MS) }
  let began = false
  const begin = () => {
    began = true
    return act()
  }
  try {
    return (await navigator.locks.request(name, limit, begin)) as T
  } catch (error) {
    if (began) throw error
    return act()
  }
}
