import type { Readable } from 'node:stream'

/** A part of something stored, in bytes; both ends belong to it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What is put into a store: a finished file on this machine, which the store may move away. */
export interface Finished {
  readonly path: string
  /** Bytes. */
  readonly ukuran: number
  readonly mime: string
  /** Compared with what arrives, where it is known. */
  readonly sha256: Buffer | null
}

/**
 * Where the bytes of lampiran are, under random keys that say nothing. A store that cannot be reached, is full, read-only or gives no sign of life
 * for seconds throws Refusal `unavailable`.
 */
export interface Store {
  /** When this returns the bytes will survive a crash. */
  readonly put: (key: string, file: Finished) => Promise<void>
  /** The caller destroys the stream when it does not read it to its end. */
  readonly read: (key: string, span: Span) => Promise<Readable>
  /** Where the file of a key is, in a store that keeps it on this machine. */
  readonly pathOf?: (key: string) => string
  /** Bytes; null when it is not there. For the operator: whatever else is wrong is thrown as it is, and asking takes seconds at most. */
  readonly sizeOf: (key: string) => Promise<number | null>
  /** What is not there is removed too. */
  readonly remove: (key: string) => Promise<void>
}
