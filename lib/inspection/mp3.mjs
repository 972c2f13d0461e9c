import { NotTaken } from './not-taken.mjs'

/** kbit/s by the header's four bits, MPEG-1 layer III and MPEG-2/2.5 layer III: ISO/IEC 11172-3, 2.4.2.3. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const SAMPLING = [44_100, 48_000, 32_000]

/** Bytes between frames that a careless tool may leave, in all. */
const JUNK_MAX = 4096

/**
 * How long an MP3 sounds, in seconds: all its frames counted, whatever a header in it says.
 * @param {Buffer} bytes
 */
export function durationOfMp3(bytes) {
  const end = endOf(bytes)
  let [at, seconds, frames, junk] = [afterTags(bytes), 0, 0, 0]
  while (at + 4 <= end) {
    const frame = frameAt(bytes, at)
    if (frame) {
      seconds += frame.seconds
      frames += 1
      at += frame.length
    } else {
      at += 1
      if (++junk > JUNK_MAX) throw new NotTaken('type')
    }
  }
  // One or two frames are found in any noise.
  if (frames < 3) throw new NotTaken('type')
  return seconds
}

/** ID3v2 tags stand in front, with their length in four bytes of seven bits: https://id3.org/id3v2.4.0-structure @param {Buffer} bytes */
function afterTags(bytes) {
  let at = 0
  while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10)
    at += 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f)
  }
  return at
}

/** An ID3v1 tag is the last 128 bytes. @param {Buffer} bytes */
const endOf = (bytes) =>
  bytes.length >= 128 && bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG' ? bytes.length - 128 : bytes.length

/** @param {Buffer} bytes @param {number} at @returns {{ length: number, seconds: number } | null} */
function frameAt(bytes, at) {
  const header = bytes.readUInt32BE(at)
  const version = (header >>> 19) & 3
  const isLayer3 = header >>> 21 === 0x7ff && version !== 1 && ((header >>> 17) & 3) === 1
  const kbits = (version === 3 ? RATES_1 : RATES_2)[(header >>> 12) & 15]
  const sampling = (SAMPLING[(header >>> 10) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  if (!isLayer3 || !kbits || !sampling) return null
  const samples = version === 3 ? 1152 : 576
  const length = Math.floor(((samples / 8) * kbits * 1000) / sampling) + ((header >>> 9) & 1)
  return { length, seconds: samples / sampling }
}
