import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Client } from '@/e2e/client'
import { demand, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { talkLong } from '@/e2e/long-talk'
import { download, uploaded } from '@/e2e/unggah'
import type { TranskripView } from '@/lib/contract/transkrip'

const LAB = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } }

/** Checks a seal as anybody can who has the JSON and the keys. */
async function isSealed(api: Client, { segel, ...rest }: TranskripView): Promise<boolean> {
  const { keys } = JSON.parse((await api.get('/segel/jwks.json')).text) as { keys: { kid: string; x: string; kty: string; crv: string }[] }
  const jwk = keys.find(({ kid }) => kid === segel.kid)
  if (!jwk) return false
  const form = Buffer.from(canonicalize(rest) ?? '')
  return verify(null, form, createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(segel.nilai, 'base64url'))
}

async function printed({ api, token }: Person, id: string) {
  const answer = await fetch(`${api.url}/api/v1/konsultasi/${id}/transkrip/pdf`, { headers: { Authorization: `Bearer ${token}` } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const file = join(mkdtempSync(join(tmpdir(), 'sapa-uji-')), 'transkrip.pdf')
  writeFileSync(file, bytes)
  return { answer, bytes, file }
}

const textOf = (file: string) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

function attachedTo(file: string): TranskripView {
  execFileSync('pdfdetach', ['-save', '1', '-o', `${file}.json`, file])
  return JSON.parse(readFileSync(`${file}.json`, 'utf8'))
}

test('a transcript has all that was said and issued, in order, and its seal holds in JSON and on paper', async ({ api, clinic }) => {
  const k = await clinic.active({ keluhan: 'Batuk kering sejak tiga hari' })
  const first = await clinic.send(k.pasien, k, 'Selamat pagi\u2028dok')
  const gone = await clinic.send(k.dokter, k, 'Salah ketik')
  demand(200, await k.dokter.api.delete(`/pesan/${gone.id}`))
  const lampiran = await uploaded(k.pasien, k, { bytes: pdf(), nama: 'hasil.pdf' })
  await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
  demand(200, await k.dokter.api.put(`/pesan/${first.id}/reaksi`, { emoji: '🙏' }))
  const dokumen = await clinic.issue(k, LAB)
  const during = demand<TranskripView>(200, await k.pasien.api.get(`/konsultasi/${k.id}/transkrip`))
  expect(during.sementara).toBe(true)
  await clinic.complete(k, 'Istirahat dua hari')
  const bytes = (await download(k.pasien, lampiran.id)).bytes
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (const reader of [k.pasien, k.dokter, await clinic.admin()]) {
    const transkrip = demand<TranskripView>(200, await reader.api.get(`/konsultasi/${k.id}/transkrip?alasan=Uji`))
    expect(Object.keys(transkrip).sort()).toEqual(['dibuat_pada', 'dokumen', 'kode', 'konsultasi', 'orang', 'pesan', 'segel', 'sementara'])
    expect(transkrip).toMatchObject({
      sementara: false,
      konsultasi: { id: k.id, status: 'completed', keluhan: 'Batuk kering sejak tiga hari', catatan_penutup: 'Istirahat dua hari' },
      orang: [
        { id: k.pasien.id, nama: k.pasien.nama, peran: 'pasien', nomor_sip: null },
        { id: k.dokter.id, nama: k.dokter.nama, peran: 'dokter', nomor_sip: dokumen.dokter.nomor_sip },
      ],
      dokumen: [dokumen],
      pesan: [
        { urutan: 1, pesan: 'Selamat pagi\u2028dok', reaksi: [{ emoji: '🙏' }] },
        { urutan: 2, pesan: '', dihapus_pada: expect.any(String) },
        { urutan: 3, lampiran: { nama: 'hasil.pdf', sha256 } },
        { urutan: 4, tipe_pesan: 'dokumen', dokumen: { id: dokumen.id } },
      ],
    })
    const [{ dibuat_pada, dibuat_pada_wib } = { dibuat_pada: '', dibuat_pada_wib: '' }] = transkrip.pesan
    expect(dibuat_pada_wib).toMatch(/\+07:00$/)
    expect(Date.parse(dibuat_pada_wib)).toBe(Date.parse(dibuat_pada))
    expect(await isSealed(api, transkrip)).toBe(true)
    expect(await isSealed(api, { ...transkrip, pesan: transkrip.pesan.slice(1) })).toBe(false)
  }
  const { answer, file } = await printed(k.dokter, k.id)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  execFileSync('qpdf', ['--check', file])
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged: +yes[\s\S]*595\.28 x 841\.89 pts \(A4\)/)
  const attached = attachedTo(file)
  expect(attached.pesan).toHaveLength(4)
  expect(await isSealed(api, attached)).toBe(true)
  const text = textOf(file)
  for (const said of [
    'Selamat pagi',
    'Pesan dihapus',
    'hasil.pdf',
    dokumen.nomor,
    dokumen.dokter.nomor_sip,
    'Istirahat dua hari',
    attached.kode,
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('Salah ketik')
})

test('on paper a pesan says what it carries: of a dokumen how it stands, and why it no longer holds', async ({ clinic }) => {
  const k = await clinic.active()
  const [gone, stays] = [await clinic.issue(k, LAB), await clinic.issue(k, LAB)]
  demand(200, await k.dokter.api.put(`/dokumen/${gone.id}/batalkan`, { alasan: 'Sudah diperiksa kemarin' }))
  const { file } = await printed(k.pasien, k.id)
  const talk = textOf(file).replace(/\s+/g, ' ')
  expect(talk).toContain(`[${gone.nomor}, versi 1, dibatalkan, karena: Sudah diperiksa kemarin]`)
  expect(talk).toContain(`[${stays.nomor}, versi 1, berlaku]`)
})

test('who takes no part gets no transcript, and what an admin took is told to both', async ({ clinic }) => {
  const k = await clinic.active()
  const stranger = await clinic.pasien()
  expect((await stranger.api.get(`/konsultasi/${k.id}/transkrip`)).status).toBe(403)
  expect((await printed(await clinic.dokter(), k.id)).answer.status).toBe(403)
  const { api: admin } = await clinic.admin()
  demand(200, await admin.get(`/konsultasi/${k.id}/transkrip?alasan=Permintaan%20pasien`))
  const { profil } = demand(200, await k.pasien.api.get(`/konsultasi/${k.id}`))
  const readers = demand(200, await k.pasien.api.get(`/profil/${profil.id}/pembaca`))
  expect(readers).toMatchObject([{ apa: 'transkrip', konsultasi_id: k.id, alasan: 'Permintaan pasien' }])
})

test('a conversation of more than 5,000 pesan is taken whole, as JSON and on paper', async ({ api, clinic }) => {
  const k = await clinic.active()
  await talkLong(k, 5200)
  const transkrip = demand<TranskripView>(200, await k.dokter.api.get(`/konsultasi/${k.id}/transkrip`))
  expect(transkrip.pesan.map(({ urutan }) => urutan)).toEqual(Array.from({ length: 5200 }, (_, at) => at + 1))
  expect(await isSealed(api, transkrip)).toBe(true)
  const { answer, file } = await printed(k.pasien, k.id)
  expect(answer.status).toBe(200)
  expect(attachedTo(file).pesan).toHaveLength(5200)
  const text = textOf(file)
  for (const said of ['Pesan 1\n', 'Pesan 2600\n', 'Pesan 5200\n']) expect(text).toContain(said)
})
