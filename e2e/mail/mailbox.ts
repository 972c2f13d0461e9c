import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A mail as it was sent. */
export interface Mail {
  readonly subject: string
  /** All of it, headers too, as a mail program would show it. */
  readonly text: string
}

/** The subject of the letter that every registration brings. */
const KONFIRMASI = 'Konfirmasi alamat email Anda di Sapa'

/** The letters to this address that confirm it. */
export const confirmationsTo = (folder: string, email: string): Mail[] =>
  allTo(folder, email).filter(({ subject }) => subject === KONFIRMASI)

/** What came to this address so far, in a folder of `.eml` files, but for those. */
export const mailsTo = (folder: string, email: string): Mail[] => allTo(folder, email).filter(({ subject }) => subject !== KONFIRMASI)

/** Every letter so far, to whomever. */
export const lettersIn = (folder: string): string => allIn(folder).map(readable).join('\n')

const allTo = (folder: string, email: string): Mail[] =>
  allIn(folder)
    .filter((mail) => headerOf(mail, 'To').includes(email))
    .map((mail) => ({ subject: headerOf(mail, 'Subject'), text: readable(mail) }))

function allIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

const headerOf = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim() ?? ''

/** Quoted-printable undone (RFC 2045, 6.7): soft line breaks, and bytes in hexadecimal. */
const readable = (mail: string) =>
  mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
