import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

/** A PDF of so many empty pages, with a table of where its objects are; `padding` bytes of comment make it heavier. */
export const pdf = (pages = 1, padding = 0): Buffer => pdfOfSizes(Array(pages).fill([595, 842]), padding)

/** One whose empty pages are so wide and high, in points. */
export function pdfOfSizes(sizes: readonly (readonly [number, number])[], padding = 0): Buffer {
  const objects = [
    CATALOG,
    `<< /Type /Pages /Kids [${sizes.map((_, i) => `${i + 3} 0 R`).join(' ')}] /Count ${sizes.length} >>`,
    ...sizes.map(([lebar, tinggi]) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${lebar} ${tinggi}] >>`),
  ]
  return pdfOf(objects, padding > 0 ? `%${'x'.repeat(padding)}\n` : '')
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'

/** What a page draws and how large it is, in points; `more` objects are numbered from 5 on, `resources` names them. */
interface Paper {
  readonly kotak?: readonly [number, number]
  readonly isi?: string
  readonly resources?: string
  readonly more?: readonly string[]
}

/** A PDF of one page that draws something. */
export const paper = ({ kotak: [lebar, tinggi] = [595, 842], isi = '', resources = '<< >>', more = [] }: Paper): Buffer =>
  pdfOf([
    CATALOG,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${lebar} ${tinggi}] /Contents 4 0 R /Resources ${resources} >>`,
    streamOf(isi),
    ...more,
  ])

const streamOf = (content: string, entries = '') => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** A page that takes a minute to draw, and little memory: it is covered again and again. */
export const slowPdf = (): Buffer => paper({ isi: '0 0 595 842 re f\n'.repeat(100_000) })

/** A page that takes more and more memory to draw: each of its forms draws the next one ten times. */
export function growingPdf(depth = 9): Buffer {
  const forms = Array.from({ length: depth }, (_, i) =>
    streamOf(
      i === depth - 1 ? '0 0 m 595 842 l S' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${6 + i} 0 R >> >>`,
    ),
  )
  return paper({ isi: '/X Do', resources: '<< /XObject << /X 5 0 R >> >>', more: forms })
}

/** Objects numbered from 1, the first of them the catalog. */
export function pdfOf(objects: readonly string[], comment = ''): Buffer {
  let text = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\n${comment}`
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** One that asks for a word before it is opened. */
export function lockedPdf(): Promise<Buffer> {
  const doc = new PDFDocument({ userPassword: 'rahasia', ownerPassword: 'pemilik' })
  doc.text('Hasil laboratorium')
  doc.end()
  return buffer(doc as unknown as Readable)
}

/** A zip archive with nothing in it: what ends with this is one. */
export const emptyZip = (): Buffer => Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
