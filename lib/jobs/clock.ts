/** How often it is looked at, and what is no more than a clock being kept right, in milliseconds. */
const LOOK_MS = 10_000
const STEP_MS = 30_000

/**
 * Tells when this machine's clock was set back: what waits for a time of day would wait that much longer. Seen by a clock that nobody sets.
 * @returns ends the watch
 */
export function whenSetBack(work: () => void): () => void {
  const offset = () => Date.now() - performance.now()
  let before = offset()
  const watch = setInterval(() => {
    const now = offset()
    if (now < before - STEP_MS) work()
    before = now
  }, LOOK_MS)
  watch.unref()
  return () => clearInterval(watch)
}
