import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'

/**
 * The process that draws PDFs (cetak.ts starts it). It knows no secrets and no database, draws one at a time, and is thrown away when it
 * crashes, hangs or grows.
 *
 * @typedef {{ judul: string } | { baris: [string, string][] } | { teks: string } | { butir: string[] } | { kotak: string }} Bagian
 * @typedef {object} Cetakan
 * @property {string} judul
 * @property {string} nomor
 * @property {string} klinik its name
 * @property {string} kontak
 * @property {string} terbit ISO 8601
 * @property {Bagian[]} bagian
 * @property {string} alamat where it is checked
 * @property {string} json what is attached
 */

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
const BIASA = join(folder, 'DejaVuSans.ttf')
const TEBAL = join(folder, 'DejaVuSans-Bold.ttf')

/** Points. */
const MARGIN = 56
const WIDTH = 595.28 - 2 * MARGIN
const LABEL = 130
const QR = 84
const FOOT = 40

/** Bytes of memory that no honest page needs. */
const MEMORY_MAX = 500 * 1024 * 1024
setInterval(() => process.memoryUsage.rss() > MEMORY_MAX && process.exit(1), 100).unref()

/**
 * @param {Cetakan} cetakan
 * @returns {Promise<Buffer>}
 */
export function draw(cetakan) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    bufferPages: true,
    font: BIASA,
    info: { Title: `${cetakan.judul} ${cetakan.nomor}`, Author: cetakan.klinik, CreationDate: new Date(cetakan.terbit) },
  })
  doc.registerFont('biasa', BIASA).registerFont('tebal', TEBAL)
  /** @type {Buffer[]} */
  const parts = []
  const whole = new Promise((resolve, reject) => {
    doc.on('data', (part) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  const page = doc.struct('Document')
  doc.addStructure(page)
  head(doc, page, cetakan)
  for (const bagian of cetakan.bagian) section(doc, page, bagian)
  check(doc, page, cetakan)
  page.end()
  numberPages(doc, cetakan)
  const attached = { name: 'dokumen.json', type: 'application/json', description: 'Isi dokumen ini dengan segelnya', relationship: 'Data' }
  const at = new Date(cetakan.terbit)
  doc.file(Buffer.from(cetakan.json), { ...attached, creationDate: at, modifiedDate: at, hidden: false })
  doc.end()
  return /** @type {Promise<Buffer>} */ (whole)
}

/** @typedef {InstanceType<typeof PDFDocument>} Doc @typedef {ReturnType<Doc['struct']>} Struct */

/** @param {Doc} doc @param {Struct} page @param {Cetakan} cetakan */
function head(doc, page, { klinik, kontak, judul, nomor }) {
  paragraph(doc, page, 'P', () => doc.font('tebal').fontSize(13).text(klinik))
  if (kontak) paragraph(doc, page, 'P', () => doc.font('biasa').fontSize(9).text(kontak))
  rule(doc)
  paragraph(doc, page, 'H1', () => doc.font('tebal').fontSize(15).text(judul, { align: 'center' }))
  paragraph(doc, page, 'P', () => doc.font('biasa').fontSize(10).text(nomor, { align: 'center' }))
  doc.moveDown(0.8)
}

/** @param {Doc} doc */
function rule(doc) {
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

/** @param {Doc} doc @param {Struct} page @param {Bagian} bagian */
function section(doc, page, bagian) {
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
  else box(doc, page, bagian.kotak)
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

/** @param {Doc} doc @param {Struct} page @param {string[]} items */
function list(doc, page, items) {
  const list = doc.struct('L')
  page.add(list)
  for (const [at, item] of items.entries()) {
    const text = `${at + 1}. ${item}`
    room(doc, Math.min(doc.heightOfString(text, { width: WIDTH, lineGap: 1.5 }), 200))
    list.add(doc.struct('LI', {}, [doc.struct('LBody', {}, () => doc.text(text, MARGIN, doc.y, { width: WIDTH, lineGap: 1.5 }))]))
    doc.y += 3
  }
  list.end()
  doc.moveDown(0.2)
}

/** @param {Doc} doc @param {Struct} page @param {string} text */
function box(doc, page, text) {
  room(doc, 40)
  doc.moveDown(0.4)
  const top = doc.y
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(MARGIN, top, 150, 28).lineWidth(1).stroke('#222222')
  doc.endMarkedContent()
  paragraph(doc, page, 'P', () =>
    doc
      .font('tebal')
      .fontSize(14)
      .text(text, MARGIN + 12, top + 7),
  )
  doc.x = MARGIN
  doc.y = top + 36
}

/** Where it is checked. @param {Doc} doc @param {Struct} page @param {Cetakan} cetakan */
function check(doc, page, { alamat }) {
  room(doc, QR + 20)
  rule(doc)
  const top = doc.y
  const { data } = encode(alamat, { ecc: 'M', border: 0 })
  const module = QR / data.length
  const alt = `Kode QR ke ${alamat}`
  page.add(
    doc.struct('Figure', /** @type {object} */ ({ alt, bbox: [MARGIN, top, MARGIN + QR, top + QR] }), () => {
      for (const [y, row] of data.entries())
        for (const [x, isDark] of row.entries()) if (isDark) doc.rect(MARGIN + x * module, top + y * module, module, module)
      doc.fill('black')
    }),
  )
  paragraph(doc, page, 'P', () => {
    doc
      .font('biasa')
      .fontSize(9)
      .text('Periksa keaslian dan keadaan dokumen ini di:', MARGIN + QR + 16, top + 6, { width: WIDTH - QR - 16 })
    doc.font('tebal').text(alamat, { width: WIDTH - QR - 16 })
    doc.font('biasa').moveDown(0.4)
    doc.text('Dokumen ini disegel secara elektronik; isinya beserta segelnya terlampir di dalam berkas ini.', { width: WIDTH - QR - 16 })
  })
}

/** @param {Doc} doc @param {Struct} page @param {string} type @param {() => unknown} write */
const paragraph = (doc, page, type, write) =>
  page.add(
    doc.struct(/** @type {'P'} */ (type), {}, () => {
      write()
    }),
  )

/** Begins a new page where this much would not fit. @param {Doc} doc @param {number} height */
const room = (doc, height) => doc.y + height > doc.page.height - MARGIN - FOOT && doc.addPage()

/** @param {Doc} doc @param {Cetakan} cetakan */
function numberPages(doc, { nomor }) {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    const bottom = doc.page.margins.bottom
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const at = doc.page.height - MARGIN
    doc
      .font('biasa')
      .fontSize(8)
      .fillColor('#444444')
      .text(`${nomor} · halaman ${page + 1} dari ${count}`, MARGIN, at, { width: WIDTH, align: 'center', lineBreak: false })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}

process.on('message', async (/** @type {Cetakan} */ cetakan) => {
  const pdf = await draw(cetakan)
  process.send?.({ pdf: pdf.toString('base64') })
})

// Whoever started us says when to end, by going.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
