/** What we do not take: of no kind that we know (or broken), too large, too long. */
export class NotTaken extends Error {
  /** @param {'type' | 'large' | 'long'} why */
  constructor(why) {
    super(why)
    this.why = why
  }
}

/** Moving pictures are not taken, whatever sound comes with them. */
export class IsVideo extends NotTaken {
  constructor() {
    super('type')
  }
}
