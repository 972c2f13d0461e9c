import { pdf } from '@/e2e/berkas/dokumen'
import { png } from '@/e2e/berkas/gambar'
import { ogg } from '@/e2e/berkas/suara'
import { expect, test } from '@/e2e/fixtures'
import { OpenApi } from '@/e2e/openapi'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { download, formOf, upload, uploaded } from '@/e2e/unggah'

test('before it is sent a lampiran is its uploader’s alone, afterwards both people’s and an admin’s, never a stranger’s', async ({
  api,
  clinic,
}) => {
  const k = await clinic.active()
  const [stranger, other, admin] = [await clinic.pasien(), await clinic.dokter(), await clinic.admin()]
  const { id } = await uploaded(k.pasien, k, { bytes: await png() })
  const statuses = async (query: string) => {
    const people = [k.pasien, k.dokter, admin, stranger, other]
    return Promise.all(people.map(async (person) => (await download(person, id, query)).status))
  }
  for (const query of ['', '?varian=thumb', '?varian=thumb&alasan=x']) expect(await statuses(query)).toEqual([200, 403, 403, 403, 403])
  await clinic.send(k.pasien, k, '', { lampiran_id: id })
  for (const query of ['', '?varian=thumb']) expect(await statuses(query)).toEqual([200, 200, 200, 403, 403])
  await clinic.complete(k)
  expect(await statuses('')).toEqual([200, 200, 200, 403, 403])
  for (const method of ['GET', 'HEAD']) expect((await api.ask(method, `/lampiran/${id}`)).status).toBe(401)
  expectRefusal(await stranger.api.get(`/lampiran/${id}`), 'forbidden')
})

test('access ends at once: with the session, the account', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes: await png() })
  await clinic.send(k.pasien, k, '', { lampiran_id: id })
  await clinic.setActive(k.dokter, false)
  expect((await download(k.dokter, id)).status).toBe(401)
  await k.pasien.api.post('/auth/logout')
  expect((await download(k.pasien, id)).status).toBe(401)
})

test('bytes of strangers come with headers that let them do nothing', async ({ clinic }) => {
  const k = await clinic.active()
  const kinds = { 'image/png': [await png(), 'inline'], 'audio/ogg': [ogg(1), 'inline'], 'application/pdf': [pdf(), 'attachment'] } as const
  for (const [mime, [bytes, disposition]] of Object.entries(kinds)) {
    const { id, ukuran } = await uploaded(k.pasien, k, { bytes, nama: 'hasil "é"; x=.html' })
    const { headers } = await download(k.pasien, id)
    expect(
      Object.fromEntries(
        ['content-type', 'content-length', 'accept-ranges', 'cache-control', 'etag'].map((name) => [name, headers.get(name)]),
      ),
    ).toEqual({
      'content-type': mime,
      'content-length': String(ukuran),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('content-disposition')).toMatch(
      new RegExp(
        `^${disposition}; filename="hasil ___; x=\\.(png|ogg|pdf)"; filename\\*=UTF-8''hasil%20%22%C3%A9%22%3B%20x%3D\\.(png|ogg|pdf)$`,
      ),
    )
  }
})

test('a copy that a browser kept is shown again for no bytes, and only to whoever may still have them', async ({ clinic }) => {
  const k = await clinic.active()
  const [stranger, admin] = [await clinic.pasien(), await clinic.admin()]
  const lampiran = await uploaded(k.pasien, k, { bytes: await png() })
  const pesan = await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
  const tags = new Set<string>()
  for (const query of ['', '?varian=thumb']) {
    const etag = (await download(k.pasien, lampiran.id, query)).headers.get('etag') ?? ''
    tags.add(etag)
    const again = (who: typeof k.pasien, why = '') =>
      download(who, lampiran.id, `${query}${why && `${query ? '&' : '?'}alasan=${why}`}`, { 'If-None-Match': etag })
    const { status, bytes, headers } = await again(k.dokter)
    expect({ status, length: bytes.length, etag: headers.get('etag') }).toEqual({ status: 304, length: 0, etag })
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect((await again(stranger)).status).toBe(403)
    expect((await again(admin, 'Keluhan')).status).toBe(304)
  }
  expect(tags.size).toBe(2)
  const { akses_admin } = expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`))
  expect(akses_admin.map(({ alasan }) => alasan)).toEqual(['Keluhan'])
  expectSuccess(await k.pasien.api.ask('DELETE', `/pesan/${pesan.id}`), 200)
  expect((await download(k.dokter, lampiran.id, '', { 'If-None-Match': [...tags].join() })).status).toBe(404)
})

test('one part of a recording is 206, what is not there 416, and everything else the whole', async ({ clinic }) => {
  const k = await clinic.active()
  const bytes = ogg(30)
  const { id, ukuran } = await uploaded(k.pasien, k, { bytes })
  const part = async (Range: string, more = {}) => {
    const answer = await download(k.pasien, id, '', { Range, ...more })
    return { status: answer.status, range: answer.headers.get('content-range'), bytes: answer.bytes }
  }
  expect(await part('bytes=0-1')).toEqual({ status: 206, range: `bytes 0-1/${ukuran}`, bytes: bytes.subarray(0, 2) })
  expect(await part('bytes=100-')).toEqual({ status: 206, range: `bytes 100-${ukuran - 1}/${ukuran}`, bytes: bytes.subarray(100) })
  expect(await part('bytes=-10')).toEqual({
    status: 206,
    range: `bytes ${ukuran - 10}-${ukuran - 1}/${ukuran}`,
    bytes: bytes.subarray(-10),
  })
  expect(await part(`bytes=${ukuran}-`)).toEqual({ status: 416, range: `bytes */${ukuran}`, bytes: Buffer.alloc(0) })
  const whole = { status: 200, range: null, bytes }
  for (const odd of ['bytes=0-1,5-6', 'bytes=x', 'items=0-1', 'bytes=5-2']) expect(await part(odd)).toEqual(whole)
  expect(await part('bytes=0-1', { 'If-Range': '"apa pun"' })).toEqual(whole)
  const head = await k.pasien.api.ask('HEAD', `/lampiran/${id}`, { headers: { Range: 'bytes=0-1' } })
  expect({ status: head.status, length: head.headers.get('content-length'), text: head.text }).toEqual({
    status: 206,
    length: '2',
    text: '',
  })
})

test('what is no lampiran, has no small picture or asks for an unknown one is refused', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes: pdf() })
  for (const odd of ['x', k.id, 'lampiran_01h45ytscbebyvny4gc8cr8ma2', `${id}x`])
    expectRefusal(await k.pasien.api.get(`/lampiran/${odd}`), 'not_found')
  expectRefusal(await k.pasien.api.get(`/lampiran/${id}?varian=thumb`), 'not_found')
  expectRefusal(await k.pasien.api.get(`/lampiran/${id}?varian=asli`), 'validation_failed', ['varian'])
})

test('an admin who opens a lampiran is written down with the reason and shown to both', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes: await png() })
  await clinic.send(k.pasien, k, '', { lampiran_id: id })
  const admin = await clinic.admin()
  for (const query of ['?alasan=Keluhan%20nomor%207', '?varian=thumb&alasan=Keluhan%20nomor%207'])
    expect((await download(admin, id, query)).status).toBe(200)
  for (const person of [k.pasien, k.dokter]) {
    const { akses_admin } = expectSuccess(await person.api.get(`/konsultasi/${k.id}`))
    expect(akses_admin.map(({ alasan }) => alasan)).toEqual(['Keluhan nomor 7'])
  }
})

test('a person has at most ten uploads under way; others are not held up', async ({ clinic }) => {
  const k = await clinic.active()
  const boundary = 'batas'
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  const release: (() => void)[] = []
  const endless = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`
        controller.enqueue(new TextEncoder().encode(part))
        release.push(() => controller.close())
      },
    })
  const eleven = Array.from({ length: 11 }, () => k.pasien.api.ask('POST', '/lampiran', { raw: endless(), headers }))
  const refused = await Promise.race(eleven)
  expectRefusal(refused, 'rate_limited')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expectSuccess(await upload(k.dokter, k, { bytes: pdf() }), 201)
  for (const end of release) end()
  const codes = (await Promise.all(eleven)).map(({ body }) => body.code)
  expect(codes.sort()).toEqual([...Array.from({ length: 10 }, () => 'invalid_json'), 'rate_limited'])
  expectSuccess(await upload(k.pasien, k, { bytes: pdf() }), 201)
})

test('uploads and downloads are what the document says', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const k = await clinic.active()
  const reply = await upload(k.pasien, k, { bytes: pdf(2) })
  expect(openApi.problemsOf('post /lampiran', reply)).toEqual([])
  for (const refused of [
    await upload(k.pasien, k, { bytes: Buffer.from('x') }),
    await upload(k.pasien, k, { bytes: Buffer.alloc(0) }),
    await k.pasien.api.ask('POST', '/lampiran', { raw: 'x' }),
    await (await clinic.pasien()).api.ask('POST', '/lampiran', { raw: formOf(k.id, { bytes: pdf() }) }),
  ])
    expect(openApi.problemsOf('post /lampiran', refused)).toEqual([])
  const sent = await k.pasien.api.post('/pesan', { konsultasi_id: k.id, lampiran_id: reply.body.data.id })
  expect(openApi.problemsOf('post /pesan', sent)).toEqual([])
  const { responses } = openApi.document.paths['/api/v1/lampiran/{id}']?.get ?? { responses: {} }
  for (const status of [200, 206]) expect(Object.keys(responses[status]?.content ?? {})).toContain('application/pdf')
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['416', '401', '403', '404', '503']))
})
