import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/**
 * @typedef {{ pdf: string, halaman: number, muat: { pendek: number, panjang: number } }} PageJob where the PDF lies, which page (from 1), and the
 *   pixels of its shorter side and of its longer one at most
 * @typedef {{ ok: true, webp: string, jumlah: number }} Drawn the picture in base64, and how many pages there are
 * @typedef {{ ok: false, why: 'page' | 'type' }} NotDrawn there is no such page; or it cannot be drawn: broken, encrypted, without pages
 */

/**
 * Draws one page as it would be printed, with what was filled into its forms: a laboratory's figure that is missing is worse than no page.
 * @param {PageJob} job
 * @returns {Promise<Drawn | NotDrawn>}
 */
export async function drawPage({ pdf, halaman, muat }) {
  try {
    const library = await openLibrary()
    const document = await library.loadDocument(await readFile(pdf))
    const jumlah = document.getPageCount()
    if (jumlah > 0 && halaman > jumlah) return { ok: false, why: 'page' }
    const page = document.getPage(halaman - 1)
    const { data } = await page.render({ ...sizeOf(page.getOriginalSize(), muat), renderFormFields: true, render: asWebp })
    return { ok: true, webp: Buffer.from(data).toString('base64'), jumlah }
  } catch {
    return { ok: false, why: 'type' }
  }
}

/** Read and compiled once: nothing of any file is in it. @type {Promise<WebAssembly.Module> | undefined} */
let compiled

/** For each page a new one, with its own memory: what a hostile file does in there ends with its own page, and never sees another's. */
async function openLibrary() {
  compiled ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((bytes) => WebAssembly.compile(bytes))
  const module = await compiled
  return PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      // The package's types call it a module; what it takes is an instance.
      WebAssembly.instantiate(module, imports).then((instance) => done(/** @type {any} */ (instance)))
      return {}
    },
  })
}

/** A page that cannot be read has no size. @param {{ originalWidth: number, originalHeight: number }} page @param {PageJob['muat']} muat */
function sizeOf({ originalWidth, originalHeight }, { pendek, panjang }) {
  const [short, long] = [Math.min(originalWidth, originalHeight), Math.max(originalWidth, originalHeight)]
  if (!(short > 0)) throw new Error('no such page')
  const scale = Math.min(pendek / short, panjang / long)
  return { width: Math.max(1, Math.round(originalWidth * scale)), height: Math.max(1, Math.round(originalHeight * scale)) }
}

/** @param {{ data: Uint8Array, width: number, height: number }} bitmap */
const asWebp = ({ data, width, height }) =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ quality: 80 })
    .toBuffer()
