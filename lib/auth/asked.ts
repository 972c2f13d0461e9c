/**
 * A request as far as anybody here looks at it: Next.js's own, or one that was led past it (lib/http/door.ts).
 */
export interface Asked {
  readonly method: string
  /** With its query; its origin may stand before it or not. */
  readonly url: string
  readonly headers: AskedHeaders
  /** Its bytes as they come; null where it has none. To be gone through once. */
  readonly body: AsyncIterable<Uint8Array> | null
  /** Aborted when whoever asked is gone; without one, `body` tells it alone. */
  readonly signal?: AbortSignal
}

export interface AskedHeaders {
  /** Whichever letters its name is written in. @returns null when there is none */
  get(name: string): string | null
}
