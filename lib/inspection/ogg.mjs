import { IsVideo, NotTaken } from './not-taken.mjs'
import { durationOfPacket } from './opus.mjs'

const HEADER = 27
const BEGINS = 0x02

/** A page on which no packet ends has no time: RFC 3533, 6. */
const NO_TIME = 0xffff_ffff_ffff_ffffn

/**
 * How long an Ogg file with one stream of Opus or Vorbis in it sounds, in seconds. RFC 3533 (pages), RFC 7845 (Opus).
 * @param {Buffer} bytes
 */
export function durationOfOgg(bytes) {
  let stream = /** @type {{ serial: number, rate: number, skip: number, isOpus: boolean } | null} */ (null)
  let [last, sounds, headers] = [0n, 0, 0]
  for (const page of pagesOf(bytes)) {
    if (page.flags & BEGINS) {
      if (stream) throw /theora|BBCD/i.test(page.body.toString('latin1', 0, 16)) ? new IsVideo() : new NotTaken('type')
      stream = { serial: page.serial, ...openStream(page.body) }
    }
    if (page.serial !== stream?.serial) throw new NotTaken('type')
    if (page.granule !== NO_TIME) last = page.granule
    if (stream.isOpus) {
      // The first two packets say what follows.
      for (const packet of page.packets) if (headers++ >= 2) sounds += durationOfPacket(packet)
    }
  }
  if (!stream) throw new NotTaken('type')
  return Math.max(Number(last - BigInt(stream.skip)) / stream.rate, sounds - stream.skip / stream.rate)
}

/** What a stream's first packet says. @param {Buffer} head */
function openStream(head) {
  const words = head.toString('latin1', 0, 8)
  if (words === 'OpusHead' && head.length >= 19) return { rate: 48_000, skip: head.readUInt16LE(10), isOpus: true }
  if (words.startsWith('\x01vorbis') && head.length >= 30) return { rate: head.readUInt32LE(12), skip: 0, isOpus: false }
  throw words.includes('theora') ? new IsVideo() : new NotTaken('type')
}

/**
 * Pages from the first byte to the last. Of packets only their beginnings are told: how long one sounds stands there.
 * @param {Buffer} bytes
 */
function* pagesOf(bytes) {
  for (let at = 0; at < bytes.length; ) {
    if (at + HEADER > bytes.length || bytes.toString('latin1', at, at + 4) !== 'OggS' || bytes[at + 4] !== 0) throw new NotTaken('type')
    const [flags, segments] = [bytes.readUInt8(at + 5), bytes.readUInt8(at + 26)]
    const lacing = bytes.subarray(at + HEADER, at + HEADER + segments)
    const start = at + HEADER + segments
    const end = start + lacing.reduce((sum, size) => sum + size, 0)
    if (end > bytes.length) throw new NotTaken('type')
    const body = bytes.subarray(start, end)
    yield {
      flags,
      granule: bytes.readBigUInt64LE(at + 6),
      serial: bytes.readUInt32LE(at + 14),
      body,
      packets: packetsOf(body, lacing, flags),
    }
    at = end
  }
}

/** The packets that begin on a page. @param {Buffer} body @param {Uint8Array} lacing @param {number} flags @returns {Buffer[]} */
function packetsOf(body, lacing, flags) {
  const packets = []
  let isContinued = (flags & 0x01) !== 0
  let [start, at] = [0, 0]
  for (const [i, size] of lacing.entries()) {
    at += size
    const isLast = size < 255 || i === lacing.length - 1
    if (!isLast) continue
    if (!isContinued) packets.push(body.subarray(start, at))
    isContinued = false
    start = at
  }
  return packets
}
