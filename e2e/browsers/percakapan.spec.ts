import { mark } from '@/e2e/clinic'
import { expect } from '@/e2e/fixtures'
import { test } from './fixtures'
import { draftOf, enter, pesanFor, rowsOf, seesRow, signIn, unreadOf, write } from './percakapan'
import { KEYS } from './window'

test('a pasien signs in, books, is accepted, and both write to each other live, with ticks', async ({ seen, clinic }) => {
  const [pasien, dokter] = await Promise.all([clinic.pasien(), clinic.dokter(`dr. ${mark()}`, `Spesialis ${mark()}`)])
  await signIn(seen, pasien)
  await seen.open('/pasien/konsultasi/baru')
  await seen.click('radio', new RegExp(dokter.nama))
  await seen.type('Keluhan', 'Batuk berdahak sejak empat hari, demam di hari pertama.')
  await seen.click('button', 'Ajukan konsultasi')
  await seen.sees(`Menunggu ${dokter.nama} menerima konsultasi ini.`)
  const { data } = (await dokter.api.get('/konsultasi')).body
  const k = { id: data[0]?.id ?? '', pasien, dokter }
  await dokter.api.put(`/konsultasi/${k.id}/terima`)
  await write(seen, 'Selamat pagi, Dok.')
  await seesRow(seen, 'Selamat pagi, Dok.', 'Terkirim')
  await dokter.api.put(`/pesan/${k.id}/mark-all-read`)
  await seesRow(seen, 'Selamat pagi, Dok.', 'Dibaca')
  await clinic.send(dokter, k, 'Dahaknya berwarna apa?')
  await seesRow(seen, 'Dahaknya berwarna apa?')
  await expect.poll(() => unreadOf(pasien, k)).toBe(0)
})

test('a dokter accepts, writes, and completes; the closing note stands there after a reload', async ({ seen, clinic }) => {
  const k = await clinic.booked()
  await signIn(seen, k.dokter)
  await seen.click('link', new RegExp(k.pasien.nama))
  await seen.click('button', 'Terima')
  await write(seen, 'Sudah berapa hari?')
  await seesRow(seen, 'Sudah berapa hari?', 'Terkirim')
  await clinic.send(k.pasien, k, 'Tiga hari, Dok.')
  await seesRow(seen, 'Tiga hari, Dok.')
  await seen.click('button', 'Selesaikan')
  await seen.type('Catatan penutup', 'Minum air hangat. Kembali bila demam lagi.')
  await seen.click('button', 'Selesaikan')
  await seen.sees('Konsultasi ini sudah selesai')
  await seen.reload()
  await seen.sees('Minum air hangat. Kembali bila demam lagi.')
  await seesRow(seen, 'Tiga hari, Dok.')
  await seen.hasNo('textbox', 'Tulis pesan')
})

test('what is written while the network is cut waits, also through a reload, and goes out by itself, once', async ({
  seen,
  clinic,
  cable,
}) => {
  const k = await clinic.active()
  await enter(seen, k, k.pasien)
  await write(seen, 'Sebelum putus')
  await seesRow(seen, 'Sebelum putus', 'Terkirim')
  await seen.run('return navigator.serviceWorker.ready.then(() => null)')
  cable.pull()
  await write(seen, 'Demamnya naik lagi')
  await seesRow(seen, 'Demamnya naik lagi', 'Mengirim')
  await seen.reload()
  await seesRow(seen, 'Sebelum putus')
  await seesRow(seen, 'Demamnya naik lagi', 'Mengirim')
  await clinic.send(k.dokter, k, 'Sementara itu')
  cable.plugIn()
  await seesRow(seen, 'Demamnya naik lagi', 'Terkirim')
  await seesRow(seen, 'Sementara itu')
  expect((await pesanFor(k.dokter, k)).map(({ pesan }) => pesan)).toEqual(['Sebelum putus', 'Sementara itu', 'Demamnya naik lagi'])
})

test('a draft survives a reload; Shift+Enter begins a line, and Enter sends them both', async ({ seen, clinic }) => {
  const k = await clinic.active()
  await enter(seen, k, k.pasien)
  await seen.type('Tulis pesan', 'Setengah kalimat')
  await seen.reload()
  await expect.poll(() => draftOf(seen)).toBe('Setengah kalimat')
  await seen.type('Tulis pesan', KEYS.shift, KEYS.enter)
  await seen.type('Tulis pesan', 'dan sisanya')
  expect(await rowsOf(seen, 'Setengah')).toEqual([])
  await seen.type('Tulis pesan', KEYS.enter)
  await seesRow(seen, 'dan sisanya', 'Terkirim')
  expect((await pesanFor(k.dokter, k)).map(({ pesan }) => pesan)).toEqual(['Setengah kalimat\ndan sisanya'])
  expect(await draftOf(seen)).toBe('')
})
