import { NAMA_LAMPIRAN_MAX } from './lampiran'
import { isOneLine, lengthOf } from './text'

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

/** Can a file be called so? Names are only ever text here, but a path or a control character in one is somebody's attempt at more. */
export const isFileName = (nama: string): boolean =>
  lengthOf(nama) <= NAMA_LAMPIRAN_MAX && isOneLine(nama) && !/[/\\]/.test(nama) && !/^\.{1,2}$/.test(nama)

/** The name that a download gets: with the ending that belongs to what it is, whatever it was called before. */
export function downloadNameOf(nama: string, mime: string): string {
  const endings = ENDINGS[mime] ?? []
  const [, stem = nama, ending = ''] = /^(.+)\.([^.]{1,10})$/.exec(nama) ?? []
  return endings.includes(ending.toLowerCase()) ? nama : `${ending ? stem : nama}.${endings[0]}`
}

/** What a file without a name is called, as a browser's camera or recorder sends it. */
export const namelessOf = (mime: string): string => downloadNameOf('lampiran', mime)
