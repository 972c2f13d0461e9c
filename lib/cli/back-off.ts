/** How long to wait before the next attempt: doubling from 200 ms to 10 s, and short again after a minute of peace. */
export function backOff(now: () => number = Date.now) {
  let pause = 100
  let last = now()
  return {
    next(): number {
      pause = now() - last > 60_000 ? 200 : Math.min(pause * 2, 10_000)
      last = now()
      return pause
    },
  }
}
