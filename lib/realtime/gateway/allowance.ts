/** How often somebody may do something: so many at once, and so many a second over time. */
export class Allowance {
  private left: number

  constructor(
    private readonly perSecond: number,
    private readonly atOnce: number,
    private since = performance.now(),
  ) {
    this.left = atOnce
  }

  /** False when nothing is left. */
  take(now = performance.now()) {
    this.left = Math.min(this.atOnce, this.left + ((now - this.since) / 1000) * this.perSecond)
    this.since = now
    if (this.left < 1) return false
    this.left -= 1
    return true
  }
}
