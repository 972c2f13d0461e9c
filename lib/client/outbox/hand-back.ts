import type { OutboxEntry } from './outbox-entry'

/** Brings what was refused back to where it is written: the conversation gives, the composer takes. */
export interface HandBack {
  /** False while there is nowhere to write: then it stays where it is. */
  give(entry: OutboxEntry): boolean
  /** Takes what is given, until the returned function is called. */
  take(taker: (entry: OutboxEntry) => void): () => void
}

export function createHandBack(): HandBack {
  let taker: ((entry: OutboxEntry) => void) | null = null
  return {
    give(entry) {
      taker?.(entry)
      return taker !== null
    },
    take(next) {
      taker = next
      return () => {
        if (taker === next) taker = null
      }
    },
  }
}
