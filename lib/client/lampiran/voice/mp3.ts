import { Mp3Encoder } from '@breezystack/lamejs'
import { MP3_RATE } from './mp3-rate'

/** With that rate about 360 KB a minute. */
const KBPS = 48
/** Samples that are encoded at a time: a multiple of a frame's 576. */
const CHUNK = 576 * 40

/** One channel of samples (-1 to 1) at `MP3_RATE` as an MP3. */
export function encodeMp3(samples: Float32Array): Uint8Array<ArrayBuffer>[] {
  const encoder = new Mp3Encoder(1, MP3_RATE, KBPS)
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let start = 0; start < samples.length; start += CHUNK) {
    parts.push(Uint8Array.from(encoder.encodeBuffer(toInt16(samples.subarray(start, start + CHUNK)))))
  }
  parts.push(Uint8Array.from(encoder.flush()))
  return parts
}

function toInt16(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767))
}
