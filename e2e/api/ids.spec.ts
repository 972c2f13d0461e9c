import { test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'
import { toId } from '@/lib/domain/id'

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Nothing of these is the id of anything, for this noun. */
const malformed = (noun: 'konsultasi' | 'pesan' | 'pengguna') => {
  const good = toId(noun, UUID)
  const suffix = good.slice(noun.length + 1)
  return [
    'x',
    UUID,
    suffix,
    `${noun}_`,
    `${noun}_${suffix.slice(1)}`,
    `${noun}_8${suffix.slice(1)}`,
    `${noun}_${suffix.slice(0, -1)}u`,
    `${noun}_${suffix.toUpperCase()}`,
    `${noun.toUpperCase()}_${suffix}`,
    `${good}%20`,
    `${good}%00`,
    `${noun}__${suffix}`,
    `lampiran_${suffix}`,
    `${noun}_${'0'.repeat(5000)}`,
    '%F0%9F%92%8A',
    "'%20OR%201=1--",
    // Well formed, and no UUID of any version.
    `${noun}_3zzzzzzzzzzzzzzzzzzzzzzzzz`,
    good,
  ]
}

test('a malformed, foreign-prefixed or unknown id of a konsultasi is 404 for its readers', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const id of malformed('konsultasi')) {
    expectRefusal(await api.get(`/konsultasi/${id}`), 'not_found')
    expectRefusal(await api.get(`/pesan/${id}/unread-count`), 'not_found')
    expectRefusal(await api.get(`/pesan/${id}`), 'not_found')
  }
})

test('a malformed, foreign-prefixed or unknown id of a konsultasi is 404 for whoever would change it', async ({ clinic }) => {
  const [{ api: pasien }, { api: dokter }] = [await clinic.pasien(), await clinic.dokter()]
  for (const id of malformed('konsultasi')) {
    expectRefusal(await dokter.put(`/konsultasi/${id}/terima`), 'not_found')
    expectRefusal(await dokter.put(`/konsultasi/${id}/tolak`, { alasan: 'penuh' }), 'not_found')
    expectRefusal(await dokter.put(`/konsultasi/${id}/selesaikan`, { catatan_penutup: 'selesai' }), 'not_found')
    expectRefusal(await pasien.put(`/konsultasi/${id}/batalkan`), 'not_found')
    expectRefusal(await pasien.put(`/konsultasi/${id}/mengetik`), 'not_found')
    expectRefusal(await pasien.put(`/pesan/${id}/mark-all-read`), 'not_found')
  }
})

test('a malformed, foreign-prefixed or unknown id of a pesan is 404', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const id of malformed('pesan')) {
    expectRefusal(await api.get(`/pesan/${id}`), 'not_found')
    expectRefusal(await api.delete(`/pesan/${id}`), 'not_found')
    expectRefusal(await api.put(`/pesan/${id}/dibaca`), 'not_found')
    expectRefusal(await api.put(`/pesan/${id}/reaksi`, { emoji: '👍' }), 'not_found')
    expectRefusal(await api.delete(`/pesan/${id}/reaksi`), 'not_found')
  }
})

test('a malformed, foreign-prefixed or unknown id of a dokter is 404 in a path, and 422 in a body', async ({ clinic }) => {
  const [{ api: admin }, { api: pasien, id: notDokter }] = [await clinic.admin(), await clinic.pasien()]
  for (const id of malformed('pengguna')) {
    expectRefusal(await admin.put(`/admin/dokter/${id}/verifikasi`, { disetujui: true }), 'not_found')
    const booked = await pasien.post('/konsultasi', { dokter_id: decodeURIComponent(id), keluhan: 'Pusing sejak pagi' })
    expectRefusal(booked, 'validation_failed', ['dokter_id'])
  }
  expectRefusal(await admin.put(`/admin/dokter/${notDokter}/verifikasi`, { disetujui: true }), 'not_found')
})

test('a konsultasi_id in a body counts as if it stood in the path: 404 when it names nothing', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const id of malformed('konsultasi')) {
    expectRefusal(await api.post('/pesan', { konsultasi_id: decodeURIComponent(id), pesan: 'Halo' }), 'not_found')
  }
})

test('whoever is not signed in is told so, however an id is written', async ({ api }) => {
  for (const id of malformed('konsultasi')) expectRefusal(await api.get(`/pesan/${id}/unread-count`), 'unauthenticated')
})
