import { Client as Database } from 'pg'
import sharp from 'sharp'
import { emptyZip, pdf } from '@/e2e/berkas/dokumen'
import { animatedWebp, avif, CAMERA, gif, jpeg, png, pngClaiming, sidewaysPhoto, tiff, webp } from '@/e2e/berkas/gambar'
import { mp3, mp4, ogg, webm } from '@/e2e/berkas/suara'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { download, formOf, upload, uploaded } from '@/e2e/unggah'
import { uuidOf } from '@/lib/domain/id'
import { MB, TERBESAR, UKURAN_MAX } from '@/lib/domain/lampiran'

const ID = expect.stringMatching(/^lampiran_[0-7][0-9a-z]{25}$/)

test('a photo that lies on its side with a place in its EXIF comes back upright and without a word of it', async ({ clinic }) => {
  const k = await clinic.active()
  const photo = await sidewaysPhoto(3000, 2000)
  expect(photo.includes(CAMERA)).toBe(true)
  const lampiran = await uploaded(k.pasien, k, { bytes: photo, nama: 'IMG_0001.jpg' })
  expect(lampiran).toEqual({
    id: ID,
    tipe: 'image',
    nama: 'IMG_0001.jpg',
    ukuran: expect.any(Number),
    mime: 'image/jpeg',
    lebar: 1707,
    tinggi: 2560,
  })
  const { bytes } = await download(k.pasien, lampiran.id)
  expect(bytes.length).toBe(lampiran.ukuran)
  for (const word of [CAMERA, 'Exif', 'GPS']) expect(bytes.includes(word)).toBe(false)
  const { width, height, exif, orientation } = await sharp(bytes).metadata()
  expect({ width, height, exif, orientation }).toEqual({ width: 1707, height: 2560, exif: undefined, orientation: undefined })
  expect(await colourAt(bytes, 800, 100)).toBe('red')
  expect(await colourAt(bytes, 800, 2400)).toBe('blue')
  const thumb = await download(k.pasien, lampiran.id, '?varian=thumb')
  const small = await sharp(thumb.bytes).metadata()
  expect({ type: thumb.headers.get('content-type'), format: small.format, height: small.height }).toEqual({
    type: 'image/webp',
    format: 'webp',
    height: 480,
  })
  expect(await colourAt(thumb.bytes, 100, 20)).toBe('red')
})

async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : `${red},${blue}`
}

test('each kind is told by its content and measured, whatever it is called and its client says', async ({ clinic }) => {
  const k = await clinic.active()
  const cases = {
    'image/png': [await png(40, 30), { tipe: 'image', lebar: 40, tinggi: 30 }],
    'image/webp': [await webp(40, 30), { tipe: 'image', lebar: 40, tinggi: 30 }],
    'image/jpeg': [await jpeg(40, 30), { tipe: 'image', lebar: 40, tinggi: 30 }],
    'application/pdf': [pdf(3), { tipe: 'file', halaman: 3 }],
    'audio/webm': [webm({ seconds: 7 }), { tipe: 'audio', durasi: 7 }],
    'audio/ogg': [ogg(5), { tipe: 'audio', durasi: expect.closeTo(5, 1) }],
    'audio/mpeg': [mp3(4), { tipe: 'audio', durasi: expect.closeTo(4, 1) }],
    'audio/mp4': [mp4({ seconds: 6 }), { tipe: 'audio', durasi: expect.closeTo(6, 1) }],
  } as const
  for (const [mime, [bytes, measures]] of Object.entries(cases)) {
    const lampiran = await uploaded(k.pasien, k, { bytes, nama: 'skrip.exe', type: 'text/html' })
    expect(lampiran).toEqual({ id: ID, nama: 'skrip.exe', mime, ukuran: expect.any(Number), ...measures })
    if (measures.tipe === 'image') continue
    expect((await download(k.pasien, lampiran.id)).bytes.equals(bytes)).toBe(true)
  }
  const fragmented = await uploaded(k.pasien, k, { bytes: mp4({ seconds: 6, isFragmented: true }) })
  expect(fragmented).toMatchObject({ mime: 'audio/mp4', durasi: expect.closeTo(6, 1) })
})

test('what is of no kind that is taken, broken, moving, or two things at once is 415', async ({ clinic }) => {
  const k = await clinic.active()
  const whole = await png(200, 200)
  const refused: Record<string, Buffer> = {
    svg: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    html: Buffer.from('<!doctype html><script>alert(1)</script>'),
    text: Buffer.from('Halo, Dok'),
    zip: emptyZip(),
    program: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]),
    avif: await avif(),
    gif: await gif(),
    tiff: await tiff(),
    'animated WebP': await animatedWebp(),
    'half a PNG': whole.subarray(0, whole.length / 2),
    'the head of a JPEG': (await jpeg()).subarray(0, 60),
    'a picture and a zip': Buffer.concat([await jpeg(), emptyZip()]),
    'a PDF and a zip': Buffer.concat([pdf(), emptyZip()]),
    'a PDF and a page': Buffer.concat([Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n'), pdf()]),
    'a PDF without an end': pdf().subarray(0, 300),
    'only the name of a PDF': Buffer.from('%PDF-1.4 lalu tidak ada apa-apa'),
    'WebM video': webm({ seconds: 1, withVideo: true }),
    'WebM with Vorbis': webm({ seconds: 1, codec: 'A_VORBIS' }),
    'half a WebM': webm({ seconds: 2 }).subarray(0, 700),
    'MP4 video': mp4({ seconds: 1, withVideo: true }),
    'half an Ogg': ogg(2).subarray(0, 200),
    'MP3 of noise': Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(20_000, 7)]),
  }
  for (const [what, bytes] of Object.entries(refused))
    expect.soft((await upload(k.pasien, k, { bytes, nama: 'foto.jpg', type: 'image/jpeg' })).body.code, what).toBe('unsupported_media_type')
})

test('too many bytes, too many pixels and too long are 413; just as much is taken', async ({ clinic }) => {
  const k = await clinic.active()
  const large: Record<string, Buffer> = {
    'a picture of 50,000 x 50,000 pixels': await pngClaiming(50_000, 50_000),
    'a picture of 50,000,001 pixels': await pngClaiming(50_000_001, 1),
    'a picture of more bytes': Buffer.concat([await png(), Buffer.alloc(UKURAN_MAX.image)]),
    'a PDF of more bytes': pdf(1, UKURAN_MAX.file),
    'anything of more bytes': Buffer.alloc(TERBESAR + MB),
    'a recording of 301 seconds': webm({ seconds: 301 }),
    'a recording of more bytes': Buffer.concat([mp3(10), Buffer.alloc(UKURAN_MAX.audio)]),
  }
  for (const [what, bytes] of Object.entries(large))
    expect.soft((await upload(k.pasien, k, { bytes })).body.code, what).toBe('payload_too_large')
  expect((await uploaded(k.pasien, k, { bytes: webm({ seconds: 300 }) })).durasi).toBe(300)
  expect((await uploaded(k.pasien, k, { bytes: webm({ seconds: 300.9 }) })).durasi).toBeCloseTo(300.9, 1)
  const fixed = pdf(1, 100).length - 100
  expect((await uploaded(k.pasien, k, { bytes: pdf(1, UKURAN_MAX.file - fixed - 10) })).ukuran).toBeGreaterThan(UKURAN_MAX.file - 50)
})

test('a name is only text: what could be more is made safe, the rest comes back as it was', async ({ clinic }) => {
  const k = await clinic.active()
  const bytes = await png()
  const changed = {
    '../../etc/passwd': '..-..-etc-passwd',
    'IMG\\123.png': 'IMG-123.png',
    'Lab 12/10/2026.png': 'Lab 12-10-2026.png',
    'foto\r\nSet-Cookie: a=b.png': 'foto Set-Cookie: a=b.png',
    '\u202egnp.exe': 'gnp.exe',
    '/': 'lampiran.png',
  }
  for (const [nama, safe] of Object.entries(changed)) expect((await uploaded(k.pasien, k, { bytes, nama })).nama).toBe(safe)
  expect((await uploaded(k.pasien, k, { bytes, nama: 'x'.repeat(5000) })).nama).toBe('x'.repeat(255))
  for (const nama of [
    'hasil "lab" \'Budi\'.png',
    'ruam; filename=x.png',
    'Foto ruam é 皮疹 😀.png',
    '..foto..png',
    `${'x'.repeat(250)}.png`,
  ])
    expect((await uploaded(k.pasien, k, { bytes, nama })).nama).toBe(nama)
})

test('a form without its fields, with two files or an empty one is 422; in whatever order they come they count', async ({ clinic }) => {
  const k = await clinic.active()
  const file = () => new File([new Uint8Array(pdf())], 'a.pdf')
  const send = (fill: (form: FormData) => void) => {
    const raw = new FormData()
    fill(raw)
    return k.pasien.api.ask('POST', '/lampiran', { raw })
  }
  expectRefusal(await send((form) => form.set('lain', 'x')), 'validation_failed', ['file', 'konsultasi_id'])
  expectRefusal(await send((form) => form.set('konsultasi_id', k.id)), 'validation_failed', ['file'])
  expectRefusal(await send((form) => form.set('file', file())), 'validation_failed', ['konsultasi_id'])
  const twice = await send((form) => {
    form.set('konsultasi_id', k.id)
    for (let n = 0; n < 11; n++) form.append('file', file())
  })
  expectRefusal(twice, 'validation_failed', ['file'])
  expectRefusal(await upload(k.pasien, k, { bytes: Buffer.alloc(0), nama: 'kosong.pdf' }), 'validation_failed', ['file'])
  const textual = await send((form) => {
    form.set('konsultasi_id', k.id)
    form.set('file', 'bukan berkas')
  })
  expectRefusal(textual, 'validation_failed', ['file'])
  const reversed = await send((form) => {
    form.set('file', file())
    form.set('lain', file())
    form.set('konsultasi_id', k.id)
  })
  expectSuccess(reversed, 201)
})

test('a body that is no form, is broken or cut off is 400', async ({ clinic }) => {
  const k = await clinic.active()
  const type = 'multipart/form-data; boundary=batas'
  const part = `--batas\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4`
  const bodies: [string, string | undefined][] = [
    ['application/json', JSON.stringify({ konsultasi_id: k.id })],
    ['multipart/form-data', part],
    [type, ''],
    [type, undefined],
    [type, part],
    [type, 'bukan formulir'],
    ['application/x-www-form-urlencoded', `konsultasi_id=${k.id}`],
  ]
  for (const [contentType, raw] of bodies)
    expectRefusal(await k.pasien.api.ask('POST', '/lampiran', { raw, headers: { 'Content-Type': contentType } }), 'invalid_json')
})

test('refusals come in the contract’s order, those of the content last', async ({ api, clinic }) => {
  const k = await clinic.active()
  const [booked, completed] = [await clinic.booked(), await clinic.completed()]
  const bad = { bytes: Buffer.from('bukan gambar') }
  const raw = () => new FormData()
  const admin = await clinic.admin()
  expectRefusal(await api.ask('POST', '/lampiran', { raw: raw() }), 'unauthenticated')
  const cookie = { Cookie: `next-auth.session-token=${k.pasien.token}`, Origin: 'https://jahat.test' }
  expectRefusal(await api.ask('POST', '/lampiran', { raw: raw(), headers: cookie }), 'cross_site')
  expectRefusal(await admin.api.ask('POST', '/lampiran', { raw: raw() }), 'forbidden')
  expectRefusal(await k.pasien.api.ask('POST', '/lampiran', { raw: formOf('x', { bytes: Buffer.alloc(0) }) }), 'validation_failed', [
    'file',
  ])
  for (const id of ['x', 'konsultasi_01h45ytscbebyvny4gc8cr8ma2', k.pasien.id])
    expectRefusal(await upload(k.pasien, { id }, bad), 'not_found')
  for (const stranger of [await clinic.pasien(), await clinic.dokter()]) expectRefusal(await upload(stranger, booked, bad), 'forbidden')
  for (const inactive of [booked, completed])
    for (const person of [inactive.pasien, inactive.dokter]) expectRefusal(await upload(person, inactive, bad), 'konsultasi_not_active')
  expectRefusal(await upload(k.pasien, k, bad), 'unsupported_media_type')
  await clinic.verify(k.dokter, false)
  expectRefusal(await upload(k.dokter, k, bad), 'forbidden')
})

test('somebody with a hundred lampiran that were not sent uploads no more until one is', async ({ clinic }) => {
  const k = await clinic.active()
  const first = await uploaded(k.pasien, k, { bytes: pdf() })
  const db = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await db.connect()
  try {
    await db.query(
      `INSERT INTO lampiran (id, konsultasi_id, pengunggah_id, tipe, nama, ukuran, mime, sha256, kunci, disimpan_pada)
       SELECT gen_random_uuid(), $1, $2, 'file', 'x', 1, 'application/pdf', '', gen_random_uuid(), now() FROM generate_series(2, 100)`,
      [uuidOf('konsultasi', k.id), uuidOf('pengguna', k.pasien.id)],
    )
  } finally {
    await db.end()
  }
  const refused = await upload(k.pasien, k, { bytes: pdf() })
  expectRefusal(refused, 'rate_limited')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expectSuccess(await upload(k.dokter, k, { bytes: pdf() }), 201)
  await clinic.send(k.pasien, k, '', { lampiran_id: first.id })
  expectSuccess(await upload(k.pasien, k, { bytes: pdf() }), 201)
})
