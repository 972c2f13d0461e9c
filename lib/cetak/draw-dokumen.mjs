import { encode } from 'uqr'
import { attach, foot, head, MARGIN, openDocument, paragraph, room, rule, section, WIDTH } from './halaman.mjs'

/**
 * @typedef {import('./halaman.mjs').Doc} Doc
 * @typedef {import('./halaman.mjs').Struct} Struct
 * @typedef {{ alamat: string, json: string } | { pratinjau: string }} Segel where it is checked and what is attached; or the word that says it is none
 * @typedef {import('./halaman.mjs').Kepala & { bagian: import('./halaman.mjs').Bagian[] } & Segel} Cetakan
 */

/** Points. */
const QR = 84

/**
 * @param {Cetakan} cetakan
 * @returns {Promise<Buffer>}
 */
export function drawDokumen(cetakan) {
  const { doc, page } = openDocument(cetakan, { bufferPages: true })
  /** @type {Buffer[]} */
  const parts = []
  const whole = new Promise((resolve, reject) => {
    doc.on('data', (part) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  head(doc, page, cetakan)
  for (const bagian of cetakan.bagian) section(doc, page, bagian)
  if ('alamat' in cetakan) check(doc, page, cetakan.alamat)
  page.end()
  numberPages(doc, cetakan)
  if ('json' in cetakan) {
    const { json, terbit } = cetakan
    attach(doc, Buffer.from(json), { name: 'dokumen.json', description: 'Isi dokumen ini dengan segelnya', terbit })
  }
  doc.end()
  return /** @type {Promise<Buffer>} */ (whole)
}

/** Where it is checked. @param {Doc} doc @param {Struct} page @param {string} alamat */
function check(doc, page, alamat) {
  room(doc, QR + 28)
  doc.moveDown(0.4)
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

/** @param {Doc} doc @param {Cetakan} cetakan */
function numberPages(doc, cetakan) {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    if ('pratinjau' in cetakan) across(doc, cetakan.pratinjau)
    foot(doc, `${cetakan.nomor} · halaman ${page + 1} dari ${count}`)
  }
}

/** Large and pale from one corner to the other. @param {Doc} doc @param {string} word */
function across(doc, word) {
  const { width, height } = doc.page
  const { bottom } = doc.page.margins
  doc.page.margins.bottom = 0
  doc.markContent('Artifact', { type: 'Layout' })
  doc.save().rotate(-52, { origin: [width / 2, height / 2] })
  doc
    .font('tebal')
    .fontSize(96)
    .fillColor('#b3261e', 0.16)
    .text(word, 0, height / 2 - 58, { width, align: 'center', lineBreak: false })
  doc.restore()
  doc.endMarkedContent()
  doc.fillColor('black', 1)
  doc.page.margins.bottom = bottom
}
