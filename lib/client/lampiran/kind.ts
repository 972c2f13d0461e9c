/**
 * What a file is by its first bytes; its name and what the system calls it may be wrong. `picture` is one that has to be redrawn before it
 * is sent, `pdf` and `audio` go as they are.
 */
export type Kind = 'jpeg' | 'png' | 'webp' | 'heic' | 'picture' | 'pdf' | 'audio' | 'video' | null

/** How many bytes of a file tell its kind. */
export const HEAD = 1024

export function kindOf(head: Uint8Array, type: string): Kind {
  const text = latin1(head)
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return text.includes('acTL') ? 'picture' : 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return isAnimatedWebp(text) ? 'picture' : 'webp'
  if (text.startsWith('GIF8') || text.startsWith('BM')) return 'picture'
  if (text.slice(4, 8) === 'ftyp') return kindOfBox(text.slice(8, 12), type)
  if (isPdfHead(text)) return 'pdf'
  if (text.startsWith('OggS') || text.startsWith('\x1aE\xdf\xa3') || text.startsWith('ID3')) return 'audio'
  return isMp3Frame(head) ? 'audio' : null
}

/** The family of formats that begin with `ftyp` (ISO/IEC 14496-12): photos of phones, and sound or film. */
function kindOfBox(brand: string, type: string): Kind {
  if (['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'heif'].includes(brand)) return 'heic'
  if (['avif', 'avis'].includes(brand)) return 'picture'
  // What recorders of Samsung and others make; systems call it a film whatever is in it.
  if (brand.startsWith('3g')) return 'audio'
  return type.startsWith('video/') ? 'video' : 'audio'
}

/** Behind its end a PDF may be filled up: so many bytes at the end are looked at. */
export const PDF_TAIL = 4096

/**
 * Is this how a whole PDF begins and ends? The server's rule, its twin, is `pagesOf` of lib/inspection/pdf.mjs: before its name stand a byte
 * order mark and blanks at most, and it ends with the mark of its end or with where its table is.
 */
export function isPdf(head: Uint8Array, tail: Uint8Array): boolean {
  let end = tail.length
  while (end > 0 && (tail[end - 1] ?? 0) <= 0x20) end--
  const text = latin1(tail.subarray(Math.max(0, end - 1024), end))
  const behind = text.slice(Math.max(text.lastIndexOf('%%EOF'), text.lastIndexOf('startxref')))
  return isPdfHead(latin1(head)) && /^(%%EOF|startxref[\r\n ]{1,4}\d)/.test(behind) && !behind.includes('<')
}

const isPdfHead = (text: string) => /^(\xef\xbb\xbf)?[\0\t\n\f\r ]{0,1000}%PDF-[12]\.\d/.test(text)

/** The animation flag of an extended WebP header (RFC 9649, section 2.7). */
const isAnimatedWebp = (text: string) => text.slice(12, 16) === 'VP8X' && (text.charCodeAt(20) & 2) !== 0

/** Eleven bits of synchronisation, then layer III. */
const isMp3Frame = ([a, b]: Uint8Array) => a === 0xff && b !== undefined && (b & 0xe6) === 0xe2

const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
