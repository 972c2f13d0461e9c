import sharp from 'sharp'
import { growingPdf, lockedPdf, paper, pdf, slowPdf } from '@/e2e/berkas/dokumen'
import { png } from '@/e2e/berkas/gambar'
import type { Clinic, Konsultasi, Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { OpenApi } from '@/e2e/openapi'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { download, uploaded } from '@/e2e/unggah'

// One after the other: pages that are never done occupy all who draw, and whoever waits for one of them is told to come back (503).
test.describe.configure({ mode: 'default' })

/** A PDF that was sent. */
async function sent(clinic: Clinic, k: Konsultasi, bytes: Buffer) {
  const { id } = await uploaded(k.pasien, k, { bytes, nama: 'hasil lab.pdf' })
  return { id, pesan: await clinic.send(k.pasien, k, '', { lampiran_id: id }) }
}

test('a page of a PDF is a picture that says how many there are, with headers that let it do nothing', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await sent(clinic, k, pdf(3))
  const sizes: Record<string, number[]> = { '': [1200, 1698], '&varian=thumb': [480, 679] }
  const tags = new Set<string | null>()
  for (const halaman of [1, 3])
    for (const [query, [width, height]] of Object.entries(sizes)) {
      const { status, headers, bytes } = await download(k.dokter, id, `?halaman=${halaman}${query}`)
      expect({ status, count: headers.get('x-jumlah-halaman'), type: headers.get('content-type') }).toEqual({
        status: 200,
        count: '3',
        type: 'image/webp',
      })
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height })
      expect(headers.get('content-disposition')).toContain('inline; filename="hasil lab.webp"')
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('private, no-cache')
      tags.add(headers.get('etag'))
    }
  expect(tags.size).toBe(4)
  const head = await k.dokter.api.ask('HEAD', `/lampiran/${id}?halaman=1`)
  expect([head.status, head.text, head.headers.get('x-jumlah-halaman')]).toEqual([200, '', '3'])
})

test('a page is for whoever may have the file, as long as they may', async ({ api, clinic }) => {
  const k = await clinic.active()
  const [stranger, other, admin] = [await clinic.pasien(), await clinic.dokter(), await clinic.admin()]
  const { id } = await uploaded(k.pasien, k, { bytes: pdf() })
  const people = [k.pasien, k.dokter, admin, stranger, other]
  const statuses = async () => Promise.all(people.map(async (person) => (await download(person, id, '?halaman=1')).status))
  expect(await statuses()).toEqual([200, 403, 403, 403, 403])
  const pesan = await clinic.send(k.pasien, k, '', { lampiran_id: id })
  expect(await statuses()).toEqual([200, 200, 200, 403, 403])
  for (const method of ['GET', 'HEAD']) expect((await api.ask(method, `/lampiran/${id}?halaman=1`)).status).toBe(401)
  await clinic.setActive(k.dokter, false)
  expect((await download(k.dokter, id, '?halaman=1')).status).toBe(401)
  expectSuccess(await k.pasien.api.ask('DELETE', `/pesan/${pesan.id}`), 200)
  expect((await download(k.pasien, id, '?halaman=1')).status).toBe(404)
})

test('an admin who looks at a page is written down with the reason', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await sent(clinic, k, pdf())
  expect((await download(await clinic.admin(), id, '?halaman=1&alasan=Keluhan%207')).status).toBe(200)
  const { akses_admin } = expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`))
  expect(akses_admin.map(({ alasan }) => alasan)).toEqual(['Keluhan 7'])
})

test('whoever has a page gets no second copy, and a part of it when that is asked for', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await sent(clinic, k, pdf())
  const whole = await download(k.dokter, id, '?halaman=1')
  const etag = whole.headers.get('etag') ?? ''
  const again = (who: Person) => download(who, id, '?halaman=1', { 'If-None-Match': etag })
  const { status, bytes } = await again(k.dokter)
  expect([status, bytes.length]).toEqual([304, 0])
  expect((await again(await clinic.pasien())).status).toBe(403)
  const part = await download(k.dokter, id, '?halaman=1', { Range: 'bytes=0-3', 'If-Range': etag })
  expect([part.status, part.bytes.toString()]).toEqual([206, 'RIFF'])
  expect(part.headers.get('content-range')).toBe(`bytes 0-3/${whole.bytes.length}`)
})

test('what is no number is 422, what is no page 404', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await sent(clinic, k, pdf(2))
  for (const odd of ['0', '-1', '1.5', 'x', '', ' ', '99999999999999999999'])
    expectRefusal(await k.dokter.api.get(`/lampiran/${id}?halaman=${odd}`), 'validation_failed', ['halaman'])
  for (const beyond of ['3', '9007199254740991']) expectRefusal(await k.dokter.api.get(`/lampiran/${id}?halaman=${beyond}`), 'not_found')
  const picture = await uploaded(k.pasien, k, { bytes: await png() })
  expectRefusal(await k.pasien.api.get(`/lampiran/${picture.id}?halaman=1`), 'not_found')
})

test('a PDF that cannot be drawn says so, and is still there to be had', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const k = await clinic.active()
  const loop = '<< /Type /Pages /Kids [2 0 R] /Count 5 >>'
  const broken = Buffer.from(
    pdf()
      .toString('latin1')
      .replace(/<< \/Type \/Pages .* >>/, loop.padEnd(40)),
    'latin1',
  )
  for (const bytes of [await lockedPdf(), pdf(0), broken]) {
    const { id } = await sent(clinic, k, bytes)
    const refused = await k.dokter.api.get(`/lampiran/${id}?halaman=1`)
    expectRefusal(refused, 'unsupported_media_type')
    expect(refused.body.message).toBe('Halaman PDF ini tidak bisa ditampilkan. Unduh berkasnya')
    expect(openApi.problemsOf('get /lampiran/{id}', refused)).toEqual([])
    expect((await download(k.dokter, id)).bytes).toEqual(bytes)
  }
})

test('a page that takes too long to draw is given up, and meanwhile others have theirs', async ({ clinic }) => {
  const k = await clinic.active()
  const [hostile, good] = [await sent(clinic, k, slowPdf()), await sent(clinic, k, paper({ isi: '0 0 595 421 re f' }))]
  const hung = k.pasien.api.get(`/lampiran/${hostile.id}?halaman=1`)
  const first = await Promise.race([hung, download(k.dokter, good.id, '?halaman=1')])
  expect(first).toMatchObject({ status: 200 })
  expectRefusal(await hung, 'unsupported_media_type')
  expect((await download(k.pasien, good.id, '?halaman=1')).status).toBe(200)
})

test('a page that takes too much memory to draw is given up, and the next is drawn', async ({ clinic }) => {
  const k = await clinic.active()
  const [hostile, good] = [await sent(clinic, k, growingPdf()), await sent(clinic, k, pdf())]
  expectRefusal(await k.pasien.api.get(`/lampiran/${hostile.id}?halaman=1`), 'unsupported_media_type')
  expect((await download(k.pasien, good.id, '?halaman=1')).status).toBe(200)
})
