interface Acara {
  /** Never the same for two. */
  readonly id: string
  /** `YYYY-MM-DD`, the whole day. */
  readonly tanggal: string
  readonly judul: string
  readonly alamat: string
}

/** A file that calendars read (RFC 5545), with one day in it. Calendars travel: nothing of anybody's health is in it. */
export function kalenderOf({ id, tanggal, judul, alamat }: Acara, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sapa//Kontrol//ID',
    'BEGIN:VEVENT',
    `UID:${id}@sapa`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${tanggal.replaceAll('-', '')}`,
    `SUMMARY:${escaped(judul)}`,
    `URL:${alamat}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(judul)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** Octets of a line. */
const LINE_MAX = 75

/** Longer lines go on after a blank; no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let written = ''
  let bytes = 0
  for (const character of line) {
    const length = encoder.encode(character).length
    if (bytes + length > LINE_MAX) {
      written += '\r\n '
      bytes = 1
    }
    written += character
    bytes += length
  }
  return written
}
