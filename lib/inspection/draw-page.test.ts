import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { lockedPdf, paper, pdf, pdfOf } from '@/e2e/berkas/dokumen'
import { drawPage } from './draw-page.mjs'

const folder = mkdtempSync(join(tmpdir(), 'sapa-halaman-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MUAT = { pendek: 300, panjang: 900 }

function draw(bytes: Buffer, halaman = 1) {
  const path = join(folder, 'asli.pdf')
  writeFileSync(path, bytes)
  return drawPage({ pdf: path, halaman, muat: MUAT })
}

async function drawn(bytes: Buffer, halaman = 1) {
  const answer = await draw(bytes, halaman)
  if (!answer.ok) throw new Error(answer.why)
  return sharp(Buffer.from(answer.webp, 'base64'))
}

const sizeOf = async (bytes: Buffer) => {
  const { width, height, format } = await (await drawn(bytes)).metadata()
  return { width, height, format }
}

/** Where it is dark, from 0 (nowhere) to 1, in a part of the page: left, top, width and height in pixels. */
async function darkness(bytes: Buffer, [left, top, width, height]: readonly [number, number, number, number]) {
  const part = await (await drawn(bytes)).extract({ left, top, width, height }).toBuffer()
  const { channels } = await sharp(part).stats()
  return 1 - (channels[0]?.mean ?? 0) / 255
}

test('a page is drawn as large as is readable, upright or across, and a long strip as long as it may be', async () => {
  expect(await sizeOf(paper({}))).toEqual({ width: 300, height: 425, format: 'webp' })
  expect(await sizeOf(paper({ kotak: [842, 595] }))).toEqual({ width: 425, height: 300, format: 'webp' })
  expect(await sizeOf(paper({ kotak: [200, 2000] }))).toEqual({ width: 90, height: 900, format: 'webp' })
})

test.each([
  [1, 100_000],
  [100_000, 1],
  [14_400, 14_400],
] as const)('a page of %d by %d points is no larger than others', async (lebar, tinggi) => {
  const { width = 0, height = 0 } = await sizeOf(paper({ kotak: [lebar, tinggi] }))
  expect(Math.min(width, height)).toBeLessThanOrEqual(300)
  expect(Math.max(width, height)).toBeLessThanOrEqual(900)
})

test('what the page draws is where it drew it, on white', async () => {
  const lower = paper({ isi: '0 0 595 421 re f' })
  expect(await darkness(lower, [0, 0, 300, 200])).toBeCloseTo(0, 1)
  expect(await darkness(lower, [0, 225, 300, 200])).toBeCloseTo(1, 1)
})

/** A form whose field has a value, and no picture of it: programs of laboratories leave that to who shows it. */
const filledForm = pdfOf([
  '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /NeedAppearances true /DA (/Helv 40 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >> >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>',
  '<< /Type /Annot /Subtype /Widget /FT /Tx /T (hb) /V (13,2 g/dL) /Rect [0 742 595 842] /F 4 /DA (/Helv 40 Tf 0 g) /P 3 0 R >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
])

test('what was filled into a form is drawn', async () => {
  expect(await darkness(filledForm, [0, 0, 300, 50])).toBeGreaterThan(0.01)
})

test('of a page it is told how many there are, and beyond the last there is none', async () => {
  expect(await draw(pdf(3), 3)).toMatchObject({ ok: true, jumlah: 3 })
  expect(await draw(pdf(3), 4)).toEqual({ ok: false, why: 'page' })
  expect(await draw(pdf(3), Number.MAX_SAFE_INTEGER)).toEqual({ ok: false, why: 'page' })
})

const PAGES = '<< /Type /Catalog /Pages 2 0 R >>'

test.each([
  ['without pages', pdf(0)],
  ['whose pages are their own parent', pdfOf([PAGES, '<< /Type /Pages /Kids [2 0 R] /Count 5 >>'])],
  ['without anything', Buffer.from('%PDF-1.4\n1 0 obj\nstartxref\n0\n%%EOF')],
])('a PDF %s cannot be drawn', async (_, bytes) => {
  expect(await draw(bytes)).toEqual({ ok: false, why: 'type' })
})

test('one that asks for a password cannot be drawn', async () => {
  expect(await draw(await lockedPdf())).toEqual({ ok: false, why: 'type' })
})
