import { IsVideo, NotTaken } from './not-taken.mjs'

/**
 * Boxes that hold others (ISO/IEC 14496-12). Everything else is looked at by its name or passed over.
 */
const PARENTS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])
const CODECS = new Set(['mp4a', 'Opus'])

/** More boxes than ten megabytes of sound have. */
const BOXES_MAX = 100_000

/** More tracks than any recording has; each of many boxes looks for its own among them. */
const TRACKS_MAX = 32

/** @typedef {{ id: number, handler: string, codec: string, scale: number, ticks: number, usual: number }} Track */

/**
 * How long an MP4 file with sound and no moving pictures in it sounds, in seconds: from the samples of its tables and fragments.
 * @param {Buffer} bytes
 */
export function durationOfMp4(bytes) {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') throw new NotTaken('type')
  const tracks = /** @type {Track[]} */ ([])
  let [fragment, usual] = [/** @type {Track | undefined} */ (undefined), 0]
  for (const { name, data } of boxesOf(bytes)) {
    const track = tracks.at(-1)
    if (name === 'trak') tracks.push({ id: 0, handler: '', codec: '', scale: 0, ticks: 0, usual: 0 })
    if (tracks.length > TRACKS_MAX) throw new NotTaken('type')
    if (name === 'tkhd' && track) track.id = data.readUInt32BE(data[0] === 1 ? 20 : 12)
    if (name === 'mdhd' && track) track.scale = data.readUInt32BE(data[0] === 1 ? 20 : 12)
    if (name === 'hdlr' && track && !track.handler) track.handler = data.toString('latin1', 8, 12)
    if (name === 'stsd' && track) track.codec = data.readUInt32BE(4) === 1 ? data.toString('latin1', 12, 16) : ''
    if (name === 'stts' && track) track.ticks += ticksOf(data)
    if (name === 'trex') setUsual(tracks, data)
    if (name === 'tfhd') {
      fragment = tracks.find(({ id }) => id === data.readUInt32BE(4))
      usual = usualOf(data) ?? fragment?.usual ?? 0
    }
    if (name === 'trun' && fragment) fragment.ticks += ticksOfRun(data, usual)
  }
  if (tracks.some(({ handler }) => handler === 'vide' || handler === 'auxv')) throw new IsVideo()
  const [sound, ...others] = tracks.filter(({ handler }) => handler === 'soun')
  if (!sound || others.length > 0 || !CODECS.has(sound.codec) || sound.scale === 0) throw new NotTaken('type')
  return sound.ticks / sound.scale
}

/** Sample counts and their lengths in pairs. @param {Buffer} stts */
function ticksOf(stts) {
  let ticks = 0
  for (let entry = 0; entry < stts.readUInt32BE(4); entry++) ticks += stts.readUInt32BE(8 + entry * 8) * stts.readUInt32BE(12 + entry * 8)
  return ticks
}

/** @param {Track[]} tracks @param {Buffer} trex */
function setUsual(tracks, trex) {
  const track = tracks.find(({ id }) => id === trex.readUInt32BE(4))
  if (track) track.usual = trex.readUInt32BE(12)
}

/** The length of a sample in this fragment, where it is another than usual: 8.8.7. @param {Buffer} tfhd */
function usualOf(tfhd) {
  const flags = tfhd.readUInt32BE(0) & 0xffffff
  const at = 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0)
  return flags & 0x8 ? tfhd.readUInt32BE(at) : null
}

/** 8.8.8. @param {Buffer} trun @param {number} usual */
function ticksOfRun(trun, usual) {
  const flags = trun.readUInt32BE(0) & 0xffffff
  const count = trun.readUInt32BE(4)
  if (!(flags & 0x100)) return count * usual
  const each = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length
  const start = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  let ticks = 0
  for (let sample = 0; sample < count; sample++) ticks += trun.readUInt32BE(start + sample * each)
  return ticks
}

/**
 * All boxes in their order, those in others after them. A box that does not end within the file is none.
 * @param {Buffer} bytes
 */
function* boxesOf(bytes) {
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    if (++count > BOXES_MAX || at + 8 > bytes.length) throw new NotTaken('type')
    const [size, name] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)]
    const head = size === 1 ? 16 : 8
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? bytes.length - at : size
    if (length < head || at + length > bytes.length) throw new NotTaken('type')
    yield { name, data: bytes.subarray(at + head, at + length) }
    at += PARENTS.has(name) ? head : length
  }
}
