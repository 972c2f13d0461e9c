import { DURASI_MAX } from '@/lib/domain/lampiran'
import { levelOf, peaksOf } from './peaks'

/** In order of preference: what plays everywhere first. Opus within MP4, which some browsers make of a bare `audio/mp4`, does not. */
const TYPES = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus']

/** Speech in Opus and AAC, in bits a second. */
const BIT_RATE = 32_000

/** A recording stops by itself a little before the limit, which the server measures in its own way. */
const RECORDING_MAX = DURASI_MAX - 2

/** Milliseconds between two looks at the loudness. */
const LEVEL_MS = 100

export interface Recorded {
  readonly isi: Blob
  /** seconds */
  readonly durasi: number
  readonly puncak: number[]
}

/** Why there is no microphone: the person or the browser's settings said no, there is none, or another program holds it. */
export type MicProblem = 'ditolak' | 'tidakAda' | 'dipakai' | 'tidakBisa'

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined

/** One recording from the microphone. Whoever opens it must `finish` or `cancel` it: until then the device shows that it listens. */
export class Recording {
  readonly done: Promise<Recorded | null>
  private readonly recorder: MediaRecorder
  private readonly context = new AudioContext()
  private readonly analyser: AnalyserNode
  private readonly samples: Float32Array<ArrayBuffer>
  private readonly levels: number[] = []
  private readonly started = performance.now()
  private readonly timers: ReturnType<typeof setTimeout>[]
  private isCancelled = false

  /** @throws a MicProblem */
  static async open(): Promise<Recording> {
    let stream: MediaStream | undefined
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } })
      return new Recording(stream)
    } catch (error) {
      for (const track of stream?.getTracks() ?? []) track.stop()
      throw problemOf(error)
    }
  }

  private constructor(private readonly stream: MediaStream) {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    this.recorder = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: BIT_RATE })
    this.analyser = this.context.createAnalyser()
    // The next size that holds all that is heard between two looks, at 48,000 samples a second.
    this.analyser.fftSize = 8192
    this.samples = new Float32Array(this.analyser.fftSize)
    this.context.createMediaStreamSource(stream).connect(this.analyser)
    // Phones of Apple begin with a sleeping one.
    void this.context.resume().catch(() => undefined)
    this.done = this.collect()
    this.timers = [setInterval(() => this.levels.push(this.level), LEVEL_MS), setTimeout(() => this.finish(), RECORDING_MAX * 1000)]
    this.recorder.start(1000)
  }

  /** How loud it is now, from 0 to 1. */
  get level(): number {
    this.analyser.getFloatTimeDomainData(this.samples)
    return levelOf(this.samples)
  }

  /** Seconds until now. */
  get length(): number {
    return (performance.now() - this.started) / 1000
  }

  /** What was recorded arrives at `done`. */
  finish(): void {
    if (this.recorder.state !== 'inactive') this.recorder.stop()
  }

  cancel(): void {
    this.isCancelled = true
    this.finish()
  }

  private collect(): Promise<Recorded | null> {
    const parts: Blob[] = []
    return new Promise((done) => {
      this.recorder.ondataavailable = ({ data }) => parts.push(data)
      // Also when the microphone goes away in the middle: what was said until then is kept.
      this.recorder.onstop = () => {
        const durasi = this.length
        this.release()
        const isi = new Blob(parts, { type: this.recorder.mimeType })
        done(this.isCancelled || isi.size === 0 ? null : { isi, durasi, puncak: peaksOf(this.levels) })
      }
    })
  }

  private release() {
    for (const timer of this.timers) clearTimeout(timer)
    for (const track of this.stream.getTracks()) track.stop()
    void this.context.close().catch(() => undefined)
  }
}

function problemOf(error: unknown): MicProblem {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'ditolak'
  if (name === 'NotFoundError') return 'tidakAda'
  return name === 'NotReadableError' || name === 'AbortError' ? 'dipakai' : 'tidakBisa'
}
