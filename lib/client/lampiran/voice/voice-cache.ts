import { PUNCAK_BANYAK } from '@/lib/domain/lampiran'
import { levelOf, peaksOf } from './peaks'

/** A recording that this page has fetched: its bytes, and how loud it is. An address is made of them only while it plays (player.ts). */
export interface Heard {
  readonly isi: Blob
  readonly puncak: readonly number[] | undefined
}

/** Recordings that are fetched before they are played are no larger, in bytes: some three minutes. */
export const FETCHED_AHEAD = 1_048_576

/** How many recordings are kept. */
const KEEP = 20
/** Enough to see how loud speech is. */
const RATE = 8000

const known = new Map<string, Promise<Heard>>()
const here = new Map<string, Heard>()

/** A recording that was fetched already, and is still kept. */
export const heardNow = (key: string): Heard | undefined => here.get(key)

/** Fetches a recording once, so that it plays at once and its waveform is known; rejects when it cannot be had now. */
export function hear(key: string, src: string): Promise<Heard> {
  const heard = known.get(key) ?? fetchVoice(src)
  known.set(key, heard)
  heard.then(
    (one) => known.has(key) && here.set(key, one),
    () => known.delete(key),
  )
  forgetOldest()
  return heard
}

async function fetchVoice(src: string): Promise<Heard> {
  const response = await fetch(src)
  if (!response.ok) throw new Error(String(response.status))
  const isi = await response.blob()
  return { isi, puncak: await puncakOf(isi).catch(() => undefined) }
}

/** The loudness of each part, whatever the format: this browser can play it, so it can decode it. */
async function puncakOf(isi: Blob): Promise<number[]> {
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await isi.arrayBuffer())
  const samples = decoded.getChannelData(0)
  const part = Math.max(1, Math.ceil(samples.length / PUNCAK_BANYAK))
  const levels: number[] = []
  for (let start = 0; start < samples.length; start += part) levels.push(levelOf(samples.subarray(start, start + part)))
  return peaksOf(levels)
}

function forgetOldest() {
  for (const key of known.keys()) {
    if (known.size <= KEEP) return
    known.delete(key)
    here.delete(key)
  }
}
