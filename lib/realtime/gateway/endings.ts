/**
 * Whose access ended, and when, counted in sockets and endings: a signature that a socket got before may not be used after. Another socket
 * needs a signature of its own, which only a living session gets.
 */
export class Endings {
  private count = 0
  private readonly endedAt = new Map<string, number>()

  /** The place of a new socket in that order. */
  next(): number {
    this.count += 1
    return this.count
  }

  note(userId: string) {
    this.endedAt.set(userId, this.next())
  }

  /** Did the access of this person end while that socket was open? */
  isAfter(bornAt: number, userId: string): boolean {
    return (this.endedAt.get(userId) ?? 0) > bornAt
  }

  /** Lets go of what no open socket can be concerned by. */
  forgetBefore(bornAt: number) {
    for (const [userId, at] of this.endedAt) if (at < bornAt) this.endedAt.delete(userId)
  }
}
