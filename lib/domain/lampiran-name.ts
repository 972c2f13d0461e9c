import { NAMA_LAMPIRAN_MAX } from './lampiran'

/** What each type's files are called at their end; the first is ours. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'audio/webm': ['webm', 'weba'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/mpeg': ['mp3'],
}

/** Line breaks and other controls. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

/** Marks that turn the direction of writing (`gnp.exe` reads as `exe.png` behind one), and what is no character. */
const UNWRITTEN = /[\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** What separates the folders of a path, here or on another system. */
const SEPARATORS = /[/\\]+/g

/**
 * A name as it is kept and shown, made of whatever a file was called, here and in the browser: names are only ever text, but a path or a control
 * character in one is somebody's attempt at more, and a phone's innocent habit. What could be more becomes a dash or nothing; what is too long is
 * cut, its ending kept. Empty when nothing is left.
 */
export function safeName(nama: string): string {
  const plain = nama.toWellFormed().replace(SEPARATORS, '-').replace(CONTROLS, ' ').replace(UNWRITTEN, '').trim()
  const points = Array.from(plain)
  const cut = points.length > NAMA_LAMPIRAN_MAX ? shorten(points) : plain
  return /^[. -]*$/.test(cut) ? '' : cut.trim()
}

/** The beginning, and what comes behind the last dot where that looks like an ending. */
function shorten(points: readonly string[]): string {
  const dot = points.lastIndexOf('.')
  const ending = dot >= points.length - ENDING_MAX ? points.slice(dot) : []
  return [...points.slice(0, NAMA_LAMPIRAN_MAX - ending.length), ...ending].join('')
}

/** Code points of an ending with its dot. */
const ENDING_MAX = 11

/** The name that a download gets: with the ending that belongs to what it is, whatever it was called before. */
export function downloadNameOf(nama: string, mime: string): string {
  const endings = ENDINGS[mime] ?? []
  const [, stem = nama, ending = ''] = /^(.+)\.([^.]{1,10})$/.exec(nama) ?? []
  return endings.includes(ending.toLowerCase()) ? nama : `${ending ? stem : nama}.${endings[0]}`
}

/** What a file without a name is called, as a browser's camera or recorder sends it. */
export const namelessOf = (mime: string): string => downloadNameOf('lampiran', mime)
