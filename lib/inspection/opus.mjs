import { NotTaken } from './not-taken.mjs'

/** Milliseconds of one frame, by the first five bits of a packet: RFC 6716, 3.1, table 2. */
const SILK = [10, 20, 40, 60]
const HYBRID = [10, 20]
const CELT = [2.5, 5, 10, 20]

/**
 * How long an Opus packet sounds, in seconds. RFC 6716, 3.1 and 3.2.
 * @param {Buffer} packet
 */
export function durationOfPacket(packet) {
  const [toc = 0, count = 0] = packet
  if (packet.length === 0) throw new NotTaken('type')
  const config = toc >> 3
  const ms = config < 12 ? SILK[config % 4] : config < 16 ? HYBRID[config % 2] : CELT[config % 4]
  const frames = [1, 2, 2, count & 0x3f][toc & 3] ?? 0
  return ((ms ?? 0) * frames) / 1000
}
