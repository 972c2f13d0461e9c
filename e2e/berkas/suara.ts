/**
 * Recordings written by hand, byte for byte: what browsers and phones make, without a codec. Their packets sound like silence; what matters is
 * how they lie in their containers.
 */

/** An Opus packet of 20 ms of silence (CELT, fullband, one frame): RFC 6716, 3.1. */
const PACKET = Buffer.from([0xfc, 0xff, 0xfe])
const PACKET_MS = 20

const UNKNOWN = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])

/** An EBML element: RFC 8794. Without a size where `data` is to go on for ever, as a recorder writes it. */
function element(id: number, data: Buffer | string | number, isOpen = false): Buffer {
  const bytes = typeof data === 'number' ? numberOf(data) : Buffer.from(data)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(0x10000000 + bytes.length)
  const hex = id.toString(16)
  return Buffer.concat([Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'), isOpen ? UNKNOWN : size, bytes])
}

const numberOf = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

interface Webm {
  readonly seconds: number
  /** Beside the sound. */
  readonly withVideo?: boolean
  readonly codec?: string
}

/** As Chromium's MediaRecorder writes it: sizes of segment and clusters unknown, and nowhere a word of how long it is. */
export function webm({ seconds, withVideo = false, codec = 'A_OPUS' }: Webm): Buffer {
  const opusHead = Buffer.concat([Buffer.from('OpusHead\x01\x01', 'latin1'), Buffer.from([0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])])
  const sound = element(0xae, Buffer.concat([element(0xd7, 1), element(0x83, 2), element(0x86, codec), element(0x63a2, opusHead)]))
  const video = element(0xae, Buffer.concat([element(0xd7, 2), element(0x83, 1), element(0x86, 'V_VP8')]))
  const head = element(0x1a45dfa3, Buffer.concat([element(0x4286, 1), element(0x4282, 'webm')]))
  const info = element(0x1549a966, Buffer.concat([element(0x2ad7b1, 1_000_000), element(0x4d80, 'Chrome')]))
  const tracks = element(0x1654ae6b, withVideo ? Buffer.concat([sound, video]) : sound)
  const clusters: Buffer[] = []
  for (let start = 0; start < seconds * 1000; start += 10_000) {
    const blocks: Buffer[] = [element(0xe7, start)]
    for (let ms = 0; ms < 10_000 && start + ms < seconds * 1000; ms += PACKET_MS) {
      blocks.push(element(0xa3, Buffer.concat([Buffer.from([0x81, ms >> 8, ms & 0xff, 0x80]), PACKET])))
    }
    clusters.push(element(0x1f43b675, Buffer.concat(blocks), true))
  }
  return Buffer.concat([head, element(0x18538067, Buffer.concat([info, tracks, ...clusters]), true)])
}

/** Opus in Ogg, as Firefox and WhatsApp write it: RFC 7845. */
export function ogg(seconds: number): Buffer {
  const head = Buffer.concat([Buffer.from('OpusHead\x01\x01', 'latin1'), Buffer.from([0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0])])
  const tags = Buffer.concat([Buffer.from('OpusTags', 'latin1'), Buffer.from([4, 0, 0, 0]), Buffer.from('uji!'), Buffer.alloc(4)])
  const pages = [oggPage(2, 0n, 0, [head]), oggPage(0, 0n, 1, [tags])]
  const packets = (seconds * 1000) / PACKET_MS
  for (let done = 0, number = 2; done < packets; number++) {
    const count = Math.min(50, packets - done)
    done += count
    const samples = BigInt(done * PACKET_MS * 48)
    pages.push(
      oggPage(
        done === packets ? 4 : 0,
        samples,
        number,
        Array.from({ length: count }, () => PACKET),
      ),
    )
  }
  return Buffer.concat(pages)
}

function oggPage(flags: number, granule: bigint, number: number, packets: readonly Buffer[]): Buffer {
  const page = Buffer.alloc(27 + packets.length)
  page.write('OggS', 'latin1')
  page[5] = flags
  page.writeBigUInt64LE(granule, 6)
  page.writeUInt32LE(7, 14)
  page.writeUInt32LE(number, 18)
  page[26] = packets.length
  for (const [i, packet] of packets.entries()) page[27 + i] = packet.length
  const whole = Buffer.concat([page, ...packets])
  whole.writeUInt32LE(oggCrc(whole), 22)
  return whole
}

/** RFC 3533, 6. */
function oggCrc(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}

/** MPEG-1 layer III at 32 kbit/s and 44.1 kHz: silent frames of 1152 samples, behind a tag with a title. */
export function mp3(seconds: number): Buffer {
  const title = Buffer.from('\x00Suara', 'latin1')
  const tagged = Buffer.concat([Buffer.from('TIT2'), numberOf(title.length), Buffer.alloc(2), title])
  const tag = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, tagged.length]), tagged])
  const frame = Buffer.alloc(104)
  frame.writeUInt32BE(0xfffb10c0)
  return Buffer.concat([tag, ...Array.from({ length: Math.round((seconds * 44_100) / 1152) }, () => frame)])
}

const box = (name: string, ...parts: (Buffer | number)[]): Buffer => {
  const data = Buffer.concat(parts.map((part) => (typeof part === 'number' ? numberOf(part) : part)))
  return Buffer.concat([numberOf(data.length + 8), Buffer.from(name, 'latin1'), data])
}

interface Mp4 {
  readonly seconds: number
  readonly withVideo?: boolean
  /** As a recorder writes it: nothing in the tables at its head, the sound in fragments behind it. */
  readonly isFragmented?: boolean
}

const SCALE = 48_000
const SAMPLES = 1024

/** AAC in MP4 (ISO/IEC 14496-12), as phones record it. */
export function mp4({ seconds, withVideo = false, isFragmented = false }: Mp4): Buffer {
  const count = Math.round((seconds * SCALE) / SAMPLES)
  const stts = isFragmented ? box('stts', 0, 0) : box('stts', 0, 1, count, SAMPLES)
  const head = box('mvhd', 0, 0, 0, 1000, isFragmented ? 0 : seconds * 1000, Buffer.alloc(80))
  const more = isFragmented ? [box('mvex', box('trex', 0, 1, 1, SAMPLES, 0, 0))] : []
  const moov = box('moov', head, trak(1, 'soun', 'mp4a', stts), ...(withVideo ? [trak(2, 'vide', 'avc1', stts)] : []), ...more)
  const fragments = isFragmented ? [box('moof', box('mfhd', 0, 1), box('traf', box('tfhd', 0x20000, 1), box('trun', 0, count)))] : []
  return Buffer.concat([
    box('ftyp', Buffer.from(withVideo ? 'isom' : 'M4A '), 0, Buffer.from('M4A mp42')),
    moov,
    ...fragments,
    box('mdat', Buffer.alloc(256)),
  ])
}

function trak(id: number, handler: string, codec: string, stts: Buffer): Buffer {
  const entry = box(codec, Buffer.alloc(28))
  const stbl = box('stbl', box('stsd', 0, 1, entry), stts)
  const hdlr = box('hdlr', 0, 0, Buffer.from(handler), Buffer.alloc(13))
  const mdhd = box('mdhd', 0, 0, 0, SCALE, 0, 0)
  return box('trak', box('tkhd', 7, 0, 0, id, Buffer.alloc(68)), box('mdia', mdhd, hdlr, box('minf', stbl)))
}
