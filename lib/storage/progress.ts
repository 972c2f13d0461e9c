import { Readable, Transform } from 'node:stream'

/** Bytes that a system may hold of what is on its way (tcp(7), tcp_wmem), and how many leave in a millisecond on a thin line. */
const UNSEEN_BYTES = 4 * 1024 * 1024
const SLOWEST = 256

/** Ends what stands still: whoever works says `moved`, and `signal` tells of too long a silence. */
export class Progress {
  private readonly silent = new AbortController()
  private timer: NodeJS.Timeout | undefined
  readonly signal = this.silent.signal

  /** @param patienceMs between two signs of life */
  constructor(private patienceMs: number) {
    this.moved()
  }

  moved(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.silent.abort(new Error('nothing moved')), this.patienceMs)
  }

  end(): void {
    clearTimeout(this.timer)
  }

  /**
   * A stream of so many bytes that says so whenever something goes through it. When all are through, the last of them still lie in this machine,
   * where nobody sees them go.
   */
  through(length: number): Transform {
    return new Transform({
      transform: (chunk, _, pass) => {
        this.moved()
        pass(null, chunk)
      },
      flush: (done) => {
        this.patienceMs += Math.min(length, UNSEEN_BYTES) / SLOWEST
        this.moved()
        done()
      },
    })
  }
}

/**
 * The same bytes, and an error when none comes for so long while somebody waits for them. A reader who takes a rest is not hurried. The source is
 * let go when the reader goes.
 */
export function hurried(source: Readable, patienceMs: number): Readable {
  const bytes = Readable.from(inTime(source, patienceMs), { objectMode: false, highWaterMark: 64 * 1024 })
  return bytes.once('close', () => source.destroy())
}

async function* inTime(source: Readable, patienceMs: number) {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  for (;;) {
    const timer = setTimeout(() => source.destroy(new Error('nothing came')), patienceMs)
    const { value, done } = await chunks.next().finally(() => clearTimeout(timer))
    if (done) return
    yield value
  }
}
