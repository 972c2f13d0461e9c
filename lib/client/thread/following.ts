/** How somebody looks at a conversation at this moment. */
interface Glance {
  /** Is its end before their eyes: a page that is looked at, up to date, scrolled to the end? */
  readonly isFollowing: boolean
  /** The `urutan` of its last pesan. */
  readonly end: number
}

/** Knows what passed before the reader's eyes although it was not on the screen any more when the page could look. */
export interface Following {
  /** @returns the first and the last `urutan` that were added at the end since the last glance while the reader followed it; null when none was */
  glance(now: Glance): readonly [first: number, last: number] | null
}

/**
 * Ten pesan that come at once move each other up and out of the picture, before the eyes of whoever watches them come. What was added while
 * nobody watched has not been shown by that: it counts when it is on the screen.
 */
export function createFollowing(): Following {
  /** The end that the reader has before them; null while they follow nothing. */
  let reached: number | null = null
  return {
    glance({ isFollowing, end }) {
      const before = reached
      reached = isFollowing ? end : null
      return reached !== null && before !== null && end > before ? [before + 1, end] : null
    },
  }
}
