/** The task after this one. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * Begins what a page does beside being read: a moment later, in a task of its own, so that a finger is answered in between. The returned function
 * calls it off; what `begin` returned ends it, if that is a function.
 */
export function soon(begin: () => unknown): () => void {
  let end: unknown
  const waiting = setTimeout(() => {
    end = begin()
  })
  return () => {
    clearTimeout(waiting)
    if (typeof end === 'function') end()
  }
}

/** How long a page does nothing but show what its reader sees first, in milliseconds. */
const CALM_MS = 2000

/** Begins what nobody waits for, once the page has come to rest. The returned function calls it off. */
export function onceCalm(begin: () => unknown): () => void {
  const waiting = setTimeout(begin, CALM_MS)
  return () => clearTimeout(waiting)
}
