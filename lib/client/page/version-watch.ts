/** Another build counts once it has been heard for this long, in milliseconds: instances change one after the other. */
const STANDS_MS = 60_000

/** A page that nobody has touched for this long, in milliseconds, is not being read. */
const UNTOUCHED_MS = 10 * 60_000

/** What a page knows of itself at a moment. Times in milliseconds since 1970. */
interface Moment {
  readonly now: number
  /** The build of the server's last answer, when it is another than the page's, and since when without a break. */
  readonly other: string | null
  readonly since: number
  /** The build for which this tab was loaded anew before. */
  readonly reloadedFor: string | null
  readonly hidden: boolean
  readonly touchedAt: number
  /** Nothing would be lost. */
  readonly quiet: boolean
}

/**
 * What a page does about another build: nothing while it may be half-rolled out, a reload when nobody would notice, else it says so. It is loaded
 * anew once for each build: where instances differ for long it would never come to rest.
 */
export function adviceFor({ now, other, since, reloadedFor, hidden, touchedAt, quiet }: Moment): 'nothing' | 'tell' | 'reload' {
  if (other === null || now - since < STANDS_MS) return 'nothing'
  const isUnwatched = hidden || now - touchedAt > UNTOUCHED_MS
  return isUnwatched && quiet && reloadedFor !== other ? 'reload' : 'tell'
}
