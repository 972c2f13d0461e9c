import { readFileSync } from 'node:fs'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Reply } from '@/e2e/client'
import { demand, mark } from '@/e2e/clinic'
import { expect, mailFolder, pollingUrl, pushUrl, smtpFolder, test } from '@/e2e/fixtures'
import { lettersIn, mailsTo } from '@/e2e/mail/mailbox'
import { METRICS_TOKEN } from '@/e2e/metrics-token'
import { Device } from '@/e2e/push/device'
import { hangUp, listen } from '@/e2e/realtime'
import { formOf, uploaded } from '@/e2e/unggah'
import { uuidOf } from '@/lib/domain/id'

test.afterEach(hangUp)

/** Words that nobody else has, one for each thing that must not get out. */
const canaries = () => {
  const of = (what: string) => `kenari${what}${mark().replaceAll('-', '')}`
  return {
    pesan: of('pesan'),
    keluhan: of('keluhan'),
    jawaban: of('jawaban'),
    alasan: of('alasan'),
    catatan: of('catatan'),
    berkas: of('berkas'),
    sandi: of('sandi'),
    cari: of('cari'),
    token: of('token'),
    dokumen: of('dokumen'),
    koreksi: of('koreksi'),
  }
}

const read = (file: string | undefined) => readFileSync(file ?? '', 'utf8')

/** Each has a part that the other has not: events and metrics, or a mail server. */
const SYSTEMS = {
  'with realtime': { use: {}, isLive: true, log: () => process.env.SAPA_LOG, mail: mailFolder },
  'where pages poll': { use: { url: pollingUrl() }, isLive: false, log: () => process.env.SAPA_POLLING_LOG, mail: smtpFolder },
}

for (const [how, { use, isLive, log, mail }] of Object.entries(SYSTEMS))
  test.describe(() => {
    test.use(use)
    test(`what people write, their passwords and tokens stay out of logs, refusals, events, push, mail and metrics, ${how}`, async ({
      api,
      clinic,
    }) => {
      const words = canaries()
      const device = new Device(pushUrl())
      const k = await clinic.booked({
        keluhan: `dada saya sakit, ${words.keluhan} sejak kemarin`,
        more: { jawaban: { sesak: true, obat: words.jawaban }, paham_darurat: true },
      })
      const listeners = isLive ? await Promise.all([listen(k.pasien), listen(k.dokter)]) : []
      const events = () => JSON.stringify(listeners.map(({ heard }) => heard))
      demand(201, await k.dokter.api.post('/push/langganan', device.subscription))

      // All goes well.
      demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
      const lampiran = await uploaded(k.pasien, k, { bytes: pdf(), nama: `${words.berkas}.pdf` })
      const sent = await clinic.send(k.pasien, k, `muntah darah ${words.pesan}`, { lampiran_id: lampiran.id })
      demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/bahaya/muntah_darah/akui`))
      demand(200, await k.pasien.api.put(`/konsultasi/${k.id}/bahaya/sesak_napas/sangkal`))
      demand(200, await k.dokter.api.get(`/pesan?q=${words.cari}`))
      demand(200, await k.pasien.api.put('/auth/password', { lama: k.pasien.password, baru: words.sandi }))
      await expect.poll(() => device.deliveries().then((all) => all.length)).toBeGreaterThan(0)
      const told = JSON.stringify(await device.news())
      const dokumen = await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: [words.dokumen] } })
      demand(201, await k.pasien.api.post(`/dokumen/${dokumen.id}/permintaan`, { isi: words.koreksi }))
      demand(200, await k.pasien.api.get(`/dokumen/${dokumen.id}`))
      demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: words.catatan }))
      if (isLive) await expect.poll(events).toContain('completed')

      // And then everything is refused, for each reason that a request can give.
      const refusals: Reply[] = [
        await k.dokter.api.post(`/konsultasi/${k.id}/dokumen`, { jenis: 'lab', isi: { pemeriksaan: [words.dokumen] } }),
        await k.dokter.api.post(`/konsultasi/${k.id}/dokumen`, { jenis: 'lab', isi: { pemeriksaan: words.dokumen } }),
        await k.dokter.api.post(`/dokumen/${dokumen.id}/permintaan`, { isi: words.koreksi }),
        await api.get(`/verifikasi/${words.dokumen}`),
        await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: words.pesan }),
        await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: words.pesan.repeat(300) }),
        await k.pasien.api.post('/pesan', { konsultasi_id: words.pesan, pesan: { contains: words.pesan } }),
        await k.pasien.api.ask('POST', '/pesan', { raw: `{"pesan":"${words.pesan}"`, headers: { 'Content-Type': 'application/json' } }),
        await k.pasien.api.get(`/pesan/${words.pesan}`),
        await k.pasien.api.post('/konsultasi', { dokter_id: k.dokter.id, keluhan: `sesak napas ${words.keluhan}` }),
        await k.pasien.api.post('/konsultasi', { dokter_id: k.dokter.id, keluhan: words.keluhan, jawaban: { obat: [words.jawaban] } }),
        await k.dokter.api.put(`/konsultasi/${k.id}/bahaya/${words.jawaban}/akui`),
        await k.pasien.api.get(`/pesan?q=${words.cari}&cursor=${words.cari}`),
        await k.pasien.api.get(`/${words.cari}?q=${words.cari}`),
        await k.dokter.api.put(`/konsultasi/${k.id}/tolak`, { alasan: words.alasan }),
        await k.pasien.api.ask('POST', '/lampiran', {
          raw: formOf(k.id, { bytes: Buffer.from(words.pesan), nama: `${words.berkas}.exe` }),
        }),
        await api.post('/auth/login', { email: k.pasien.email, password: `${words.sandi}-salah` }),
        await api.bearing(words.token).get('/auth/me'),
        await api.post('/auth/atur-ulang-sandi', { token: words.token, baru: words.sandi }),
        await k.pasien.api.put('/auth/password', { lama: `${words.sandi}-salah`, baru: words.sandi }),
      ]
      const requestId = refusals.at(-1)?.headers.get('x-request-id') ?? ''
      await expect.poll(() => read(log())).toContain(requestId)

      // That it was accepted, and that it was completed.
      await expect.poll(() => mailsTo(mail(), k.pasien.email), { timeout: 15_000 }).toHaveLength(2)

      const places = {
        log: read(log()),
        refusals: refusals.map(({ text }) => text).join('\n'),
        events: events(),
        push: told,
        mail: lettersIn(mail()),
        metrics: isLive ? (await api.bearing(METRICS_TOKEN).get('/api/metrics')).text : '',
      }
      expect(refusals.map(({ status }) => status).filter((status) => status < 400 || status >= 500)).toEqual([])
      if (isLive) {
        expect(places.events).toContain(sent.id)
        expect(places.metrics).toContain('sapa_http_request_seconds')
      }
      // What the rules saw is as secret as what was written; the refusal of that booking alone says it, to whoever wrote it.
      const seen = { tanda: 'muntah_darah', kalimat: 'muntah darah', tandaJawaban: 'sesak_napas' }
      const secrets = {
        ...words,
        ...seen,
        tokenPasien: k.pasien.token,
        tokenDokter: k.dokter.token,
        endpoint: device.endpoint,
        nama: k.pasien.nama,
      }
      for (const [where, text] of Object.entries(places))
        for (const [what, word] of Object.entries(secrets)) {
          // A letter greets the person it goes to.
          if (where === 'mail' && what === 'nama') continue
          if (where === 'refusals' && what === 'tandaJawaban') continue
          expect.soft(text.includes(word), `${what} in ${where}`).toBe(false)
        }
    })
  })

test('what was refused stands in the log with who asked: a call, and a page too', async ({ clinic, browserOf }) => {
  const pasien = await clinic.pasien()
  const { request } = await browserOf(pasien)
  const answers = [await request.get('/admin/pengguna'), await request.get('/api/v1/admin/pengguna')]
  for (const answer of answers) {
    expect(answer.status()).toBe(403)
    const line = () =>
      read(process.env.SAPA_LOG)
        .split('\n')
        .find((one) => one.includes('"request"') && one.includes(answer.headers()['x-request-id'] ?? '-'))
    await expect.poll(line).toContain(`"penggunaId":"${uuidOf('pengguna', pasien.id)}"`)
  }
})
