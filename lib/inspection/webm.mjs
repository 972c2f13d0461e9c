import { IsVideo, NotTaken } from './not-taken.mjs'
import { durationOfPacket } from './opus.mjs'

/**
 * Elements of a WebM file that say how long it sounds, by their ids (RFC 9559, 5.1); those that hold others are in `PARENTS`.
 * https://www.rfc-editor.org/rfc/rfc8794 says how elements are written.
 */
const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  codecId: 0x86,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
}
const PARENTS = new Set([ID.ebml, ID.segment, ID.info, ID.tracks, ID.trackEntry, ID.cluster, ID.blockGroup])

/** Only these may be without a size: a recorder writes them before it knows. */
const UNSIZED = new Set([ID.segment, ID.cluster])

/** More elements than ten megabytes of sound have. */
const ELEMENTS_MAX = 500_000

/**
 * How long a WebM file with nothing but Opus in it sounds, in seconds: from its blocks, because a MediaRecorder does not say and others may lie.
 * @param {Buffer} bytes
 */
export function durationOfWebm(bytes) {
  const found = {
    docType: '',
    scale: 1_000_000,
    cluster: 0,
    types: /** @type {number[]} */ ([]),
    codecs: /** @type {string[]} */ ([]),
    end: 0,
    sounds: 0,
  }
  for (const { id, data } of elementsOf(bytes)) {
    if (id === ID.docType) found.docType = data.toString('latin1')
    if (id === ID.timestampScale) found.scale = unsigned(data)
    if (id === ID.trackType) found.types.push(unsigned(data))
    if (id === ID.codecId) found.codecs.push(data.toString('latin1'))
    if (id === ID.timestamp) found.cluster = unsigned(data)
    if (id === ID.simpleBlock || id === ID.block) hear(found, data)
  }
  if (found.types.some((type) => type === 1)) throw new IsVideo()
  const isSound = found.docType === 'webm' && found.types.length === 1 && found.types[0] === 2 && found.codecs.join() === 'A_OPUS'
  if (!isSound || found.scale <= 0) throw new NotTaken('type')
  return Math.max(found.end, found.sounds)
}

/**
 * A block: its track, its place after the cluster's (in units of the scale), flags, and the packet.
 * @param {{ scale: number, cluster: number, end: number, sounds: number }} found
 * @param {Buffer} data
 */
function hear(found, data) {
  const track = readVint(data, 0, false)
  if (data.length < track.length + 4) throw new NotTaken('type')
  const isLaced = (data.readUInt8(track.length + 2) & 0x06) !== 0
  if (isLaced) throw new NotTaken('type')
  const seconds = durationOfPacket(data.subarray(track.length + 3))
  const start = ((found.cluster + data.readInt16BE(track.length)) * found.scale) / 1e9
  found.end = Math.max(found.end, start + seconds)
  found.sounds += seconds
}

/**
 * All elements in their order, those in others after them. An element that does not end within the file is none.
 * @param {Buffer} bytes
 */
function* elementsOf(bytes) {
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    if (++count > ELEMENTS_MAX) throw new NotTaken('type')
    const id = readVint(bytes, at, true)
    const size = readVint(bytes, at + id.length, false)
    const start = at + id.length + size.length
    if (size.isUnknown && !UNSIZED.has(id.value)) throw new NotTaken('type')
    const end = size.isUnknown ? bytes.length : start + size.value
    if (end > bytes.length) throw new NotTaken('type')
    yield { id: id.value, data: PARENTS.has(id.value) ? bytes.subarray(0, 0) : bytes.subarray(start, end) }
    at = PARENTS.has(id.value) ? start : end
  }
}

/**
 * A number that says by its leading zeros how long it is; ids keep that mark. RFC 8794, 4.
 * @param {Buffer} bytes @param {number} at @param {boolean} isId
 */
function readVint(bytes, at, isId) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > (isId ? 4 : 8) || at + length > bytes.length) throw new NotTaken('type')
  let value = isId ? first : first & (0xff >> length)
  let isUnknown = !isId && value === 0xff >> length
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0
    value = value * 256 + next
    isUnknown &&= next === 0xff
  }
  return { value, length, isUnknown }
}

/** @param {Buffer} data */
function unsigned(data) {
  if (data.length > 6) return data.subarray(0, -6).some((byte) => byte !== 0) ? Number.NaN : data.readUIntBE(data.length - 6, 6)
  return data.length === 0 ? 0 : data.readUIntBE(0, data.length)
}
