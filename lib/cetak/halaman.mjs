import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { printable } from './teks.mjs'

/**
 * Parts of a printed page, from top to bottom.
 *
 * @typedef {{ kepala: string, waktu: string, teks: string }} Pesan
 * @typedef {{ judul: string } | { baris: [string, string][] } | { teks: string } | { butir: string[] } | { kotak: string, untuk: string } | { pesan: Pesan }} Bagian
 * @typedef {object} Kepala
 * @property {string} judul
 * @property {string} nomor
 * @property {string} klinik its name
 * @property {string} kontak
 * @property {string} terbit ISO 8601
 * @typedef {InstanceType<typeof PDFDocument>} Doc
 * @typedef {ReturnType<Doc['struct']>} Struct
 */

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
const BIASA = join(folder, 'DejaVuSans.ttf')
const TEBAL = join(folder, 'DejaVuSans-Bold.ttf')

/** Points. */
export const MARGIN = 56
export const WIDTH = 595.28 - 2 * MARGIN
const LABEL = 130
const FOOT = 20
const INDENT = 20

/** Opens a document with its root. Pages are kept until the end where `bufferPages`. @param {Kepala} kepala @param {{ bufferPages: boolean }} how */
export function openDocument({ judul, nomor, klinik, terbit }, { bufferPages }) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    bufferPages,
    // None: one that is opened here and again by its name is opened anew each time that it is asked for.
    font: '',
    info: { Title: `${judul} ${nomor}`, Author: klinik, CreationDate: new Date(terbit) },
  })
  doc.registerFont('biasa', BIASA).registerFont('tebal', TEBAL).font('biasa')
  const page = doc.struct('Document')
  doc.addStructure(page)
  return { doc, page }
}

/** @param {Doc} doc @param {Struct} page @param {Kepala} kepala */
export function head(doc, page, { klinik, kontak, judul, nomor }) {
  paragraph(doc, page, 'P', () => doc.font('tebal').fontSize(13).text(klinik))
  if (kontak) paragraph(doc, page, 'P', () => doc.font('biasa').fontSize(9).text(kontak))
  rule(doc)
  paragraph(doc, page, 'H1', () => doc.font('tebal').fontSize(15).text(judul, { align: 'center' }))
  paragraph(doc, page, 'P', () => doc.font('biasa').fontSize(10).text(nomor, { align: 'center' }))
  doc.moveDown(0.8)
}

/** @param {Doc} doc */
export function rule(doc) {
  doc.moveDown(0.4)
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(MARGIN + WIDTH, doc.y)
    .lineWidth(0.7)
    .stroke('#555555')
  doc.endMarkedContent()
  doc.fillColor('black').moveDown(0.6)
}

/** @param {Doc} doc @param {Struct} page @param {Bagian} given */
export function section(doc, page, given) {
  const bagian = drawable(given)
  doc.font('biasa').fontSize(10)
  if ('judul' in bagian) {
    room(doc, 60)
    doc.moveDown(0.6)
    paragraph(doc, page, 'H2', () => doc.font('tebal').fontSize(11).text(bagian.judul))
    doc.moveDown(0.2)
  } else if ('baris' in bagian) table(doc, page, bagian.baris)
  else if ('teks' in bagian) {
    paragraph(doc, page, 'P', () => doc.text(bagian.teks, { lineGap: 1.5 }))
    doc.moveDown(0.3)
  } else if ('butir' in bagian) list(doc, page, bagian.butir)
  else if ('pesan' in bagian) pesan(doc, page, bagian.pesan)
  else box(doc, page, bagian.kotak, bagian.untuk)
}

/**
 * The same with each of its texts as it is drawn.
 * @template Part @param {Part} part @returns {Part}
 */
function drawable(part) {
  if (typeof part === 'string') return /** @type {Part} */ (printable(part))
  if (Array.isArray(part)) return /** @type {Part} */ (part.map(drawable))
  return /** @type {Part} */ (
    Object.fromEntries(Object.entries(/** @type {object} */ (part)).map(([name, value]) => [name, drawable(value)]))
  )
}

/** Two columns; a row that does not fit goes on on the next page. @param {Doc} doc @param {Struct} page @param {[string, string][]} rows */
function table(doc, page, rows) {
  for (const [name, value] of rows) {
    const height = Math.min(doc.heightOfString(value, { width: WIDTH - LABEL }), 200)
    room(doc, height)
    const top = doc.y
    paragraph(doc, page, 'P', () => {
      doc
        .font('biasa')
        .fontSize(10)
        .fillColor('#444444')
        .text(name, MARGIN, top, { width: LABEL - 8 })
      const below = doc.y
      doc.fillColor('black').text(value, MARGIN + LABEL, top, { width: WIDTH - LABEL })
      doc.y = Math.max(doc.y, doc.page === undefined ? below : doc.y < top ? doc.y : Math.max(below, doc.y))
      doc.x = MARGIN
    })
    doc.y += 2
  }
}

/** Each with its number in front; of one with several lines the first is what it is about. @param {Doc} doc @param {Struct} page @param {string[]} items */
function list(doc, page, items) {
  const list = doc.struct('L')
  page.add(list)
  const width = WIDTH - INDENT
  for (const [at, item] of items.entries()) {
    room(doc, Math.min(doc.heightOfString(item, { width, lineGap: 1.5 }), 200))
    const top = doc.y
    const number = doc.struct('Lbl', {}, () => doc.font('biasa').text(`${at + 1}.`, MARGIN, top, { width: INDENT }))
    const [first = '', ...more] = item.split('\n')
    const body = doc.struct('LBody', {}, () => {
      doc.font(more.length > 0 ? 'tebal' : 'biasa').text(first, MARGIN + INDENT, top, { width, lineGap: 1.5 })
      if (more.length > 0) doc.font('biasa').text(more.join('\n'), { width, lineGap: 1.5 })
    })
    list.add(doc.struct('LI', {}, [number, body]))
    doc.y += 4
  }
  doc.x = MARGIN
  list.end()
  doc.moveDown(0.2)
}

/** What stands out, and beside it what it is for. @param {Doc} doc @param {Struct} page @param {string} text @param {string} untuk */
function box(doc, page, text, untuk) {
  room(doc, 52)
  doc.moveDown(0.8)
  const top = doc.y
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(MARGIN, top, 150, 28).lineWidth(1).stroke('#222222')
  doc.endMarkedContent()
  paragraph(doc, page, 'P', () => {
    doc
      .font('tebal')
      .fontSize(14)
      .text(text, MARGIN + 12, top + 7)
    doc
      .font('biasa')
      .fontSize(9)
      .text(untuk, MARGIN + 166, top + 3, { width: WIDTH - 166 })
  })
  doc.x = MARGIN
  doc.y = top + 36
}

/** What was said, below who said it and when. @param {Doc} doc @param {Struct} page @param {Pesan} pesan */
function pesan(doc, page, { kepala, waktu, teks }) {
  room(doc, 44)
  paragraph(doc, page, 'P', () => {
    doc.font('tebal').fontSize(9).text(kepala, MARGIN, doc.y, { width: WIDTH })
    doc.font('biasa').fontSize(7.5).fillColor('#444444').text(waktu, { width: WIDTH })
    doc.fillColor('black').fontSize(10).text(teks, { width: WIDTH, lineGap: 1 })
  })
  doc.y += 7
}

/** @param {Doc} doc @param {Struct} page @param {string} type @param {() => unknown} write */
export const paragraph = (doc, page, type, write) =>
  page.add(
    doc.struct(/** @type {'P'} */ (type), {}, () => {
      write()
    }),
  )

/** Begins a new page where this much would not fit. @param {Doc} doc @param {number} height */
export const room = (doc, height) => doc.y + height > doc.page.height - MARGIN - FOOT && doc.addPage()

/** A line at the foot of the page that is drawn on now. @param {Doc} doc @param {string} text */
export function foot(doc, text) {
  const { bottom } = doc.page.margins
  doc.page.margins.bottom = 0
  doc.markContent('Artifact', { type: 'Pagination' })
  doc
    .font('biasa')
    .fontSize(8)
    .fillColor('#444444')
    .text(text, MARGIN, doc.page.height - MARGIN, { width: WIDTH, align: 'center', lineBreak: false })
  doc.endMarkedContent()
  doc.fillColor('black')
  doc.page.margins.bottom = bottom
}

/** Attaches a file. @param {Doc} doc @param {Buffer | string} src its bytes or where it lies @param {{ name: string, description: string, terbit: string }} how */
export function attach(doc, src, { name, description, terbit }) {
  const at = new Date(terbit)
  const facts = { name, description, type: 'application/json', relationship: 'Data', creationDate: at, modifiedDate: at, hidden: false }
  doc.file(/** @type {Buffer} */ (src), facts)
}
