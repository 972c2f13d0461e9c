import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { attach, foot, head, openDocument, paragraph, section } from './halaman.mjs'

/**
 * @typedef {import('./halaman.mjs').Kepala & { bagian: string, json: string, pdf: string }} Cetakan
 *   `bagian` is a file with a part in each line, `json` the file that is attached, `pdf` the file to write
 */

const SEGEL =
  'Transkrip ini disegel secara elektronik. Isinya beserta segelnya (Ed25519, RFC 8785) terlampir di dalam berkas ini dan dapat diperiksa dengan kunci umum klinik.'

/**
 * Page by page, so that a long conversation is never held whole.
 * @param {Cetakan} cetakan
 * @returns {Promise<number>} bytes
 */
export async function drawTranskrip(cetakan) {
  const { doc, page } = openDocument(cetakan, { bufferPages: false })
  const written = createWriteStream(cetakan.pdf, { flags: 'wx', mode: 0o600 })
  doc.pipe(written)
  let number = 1
  const numberPage = () => between(doc, () => foot(doc, `${cetakan.nomor} · halaman ${number++}`))
  numberPage()
  doc.on('pageAdded', numberPage)
  head(doc, page, cetakan)
  for await (const line of createInterface({ input: createReadStream(cetakan.bagian), crlfDelay: Number.POSITIVE_INFINITY })) {
    section(doc, page, JSON.parse(line))
    if (written.writableNeedDrain) await once(written, 'drain')
  }
  paragraph(doc, page, 'P', () => doc.moveDown(1).font('biasa').fontSize(8).text(SEGEL))
  page.end()
  attach(doc, cetakan.json, { name: 'transkrip.json', description: 'Isi transkrip ini dengan segelnya', terbit: cetakan.terbit })
  doc.end()
  await finished(written)
  return (await stat(cetakan.pdf)).size
}

/**
 * A page may begin in the middle of a text: it goes on as it was.
 * @param {import('./halaman.mjs').Doc} doc @param {() => void} draw
 */
function between(doc, draw) {
  const state = /** @type {object} */ (doc)
  const { x, y, _font, _fontSize, _fillColor } = /** @type {Record<string, unknown>} */ (state)
  draw()
  Object.assign(state, { x, y, _font, _fontSize, _fillColor })
}
