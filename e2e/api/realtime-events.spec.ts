import { demand, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { type Heard, hangUp, listen, untilHeard } from '@/e2e/realtime'
import { expectRefusal } from '@/e2e/refusal'

/** What the official client hears, connected as any client outside would connect. */

test.afterEach(hangUp)

test('both hear what happens in their konsultasi, in ids only; typing only the other; a stranger hears nothing', async ({ clinic }) => {
  const k = await clinic.booked()
  const stranger = await listen(await clinic.pasien())
  const [pasien, dokter] = await Promise.all([listen(k.pasien), listen(k.dokter)])
  const konsultasi_id = k.id

  demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
  const sent = await clinic.send(k.pasien, k, 'Rahasia saya')
  demand(204, await k.dokter.api.put(`/konsultasi/${k.id}/mengetik`))
  demand(200, await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`))
  demand(200, await k.dokter.api.put(`/pesan/${sent.id}/reaksi`, { emoji: '👍' }))
  demand(200, await k.pasien.api.delete(`/pesan/${sent.id}`))
  demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Rahasia dokter' }))

  const both: Heard[] = [
    ['KonsultasiUpdated', { konsultasi_id, status: 'active', rev: 2 }],
    ['MessageSent', { konsultasi_id, pesan_id: sent.id, urutan: 1, rev: 3 }],
    ['MessageRead', { konsultasi_id, sampai: 1, rev: 4 }],
    ['MessageUpdated', { konsultasi_id, pesan_id: sent.id, rev: 5 }],
    ['MessageUpdated', { konsultasi_id, pesan_id: sent.id, rev: 6 }],
    ['KonsultasiUpdated', { konsultasi_id, status: 'completed', rev: 7 }],
  ]
  for (const each of [pasien, dokter]) await untilHeard(each, ...(both[5] as Heard))
  expect(dokter.heard).toEqual(both)
  expect(pasien.heard).toEqual([...both.slice(0, 2), ['Typing', { konsultasi_id, pengguna_id: k.dokter.id }], ...both.slice(2)])
  expect(stranger.heard).toEqual([])
})

test('the dokter hears of a booking, and both of what changes nothing: nothing', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const listener = await listen(dokter)
  const k = await clinic.booked({ dokter })
  await untilHeard(listener, 'KonsultasiUpdated', { konsultasi_id: k.id, status: 'pending', rev: 1 })
  demand(200, await dokter.api.put(`/konsultasi/${k.id}/terima`))
  const sent = await clinic.send(k.pasien, k, 'Halo')
  for (let twice = 0; twice < 2; twice++) demand(200, await dokter.api.put(`/pesan/${sent.id}/dibaca`))
  for (let twice = 0; twice < 2; twice++) demand(200, await dokter.api.put(`/pesan/${k.id}/mark-all-read`))
  demand(204, await k.pasien.api.put(`/konsultasi/${k.id}/mengetik`))
  await untilHeard(listener, 'Typing', { konsultasi_id: k.id, pengguna_id: k.pasien.id })
  expect(listener.heard.map(([event]) => event)).toEqual(['KonsultasiUpdated', 'KonsultasiUpdated', 'MessageSent', 'MessageRead', 'Typing'])
})

test('nobody is let in to another person’s channel, by whatever name', async ({ clinic }) => {
  const [one, other] = await Promise.all([clinic.pasien(), clinic.pasien()])
  for (const channel of [`private-${other.id}`, `private-${one.id} `, `presence-${one.id}`, 'private-konsultasi']) {
    expect((await listen(one, channel)).refusals, channel).toEqual([403])
  }
})

const FORMS: Record<string, BodyInit> = {
  JSON: '{"socket_id":"1.2","channel_name":"private-x"}',
  'no bytes of a form': new Uint8Array([0xff, 0xfe, 0x00]),
  'far too much': 'a'.repeat(100_000),
  nothing: '',
}

for (const [what, raw] of Object.entries(FORMS)) {
  test(`who asks for a channel with ${what} is refused with 403`, async ({ clinic }) => {
    const { api } = await clinic.pasien()
    expectRefusal(await api.ask('POST', '/realtime/auth', { raw }), 'forbidden')
  })
}

test('a suspended person’s open socket hears nothing from the suspension on, and stays outside', async ({ clinic }) => {
  const k = await clinic.active()
  const [pasien, dokter] = await Promise.all([listen(k.pasien), listen(k.dokter)])
  await clinic.setActive(k.pasien, false)
  await expect.poll(() => pasien.client.connection.state).toBe('disconnected')
  const { id, urutan, rev } = await clinic.send(k.dokter, k, 'Sesudah itu')
  await untilHeard(dokter, 'MessageSent', { konsultasi_id: k.id, pesan_id: id, urutan, rev })
  expect(pasien.heard).toEqual([])
})

test('an open socket hears nothing from the moment on at which an admin ended all sessions of its owner', async ({ clinic }) => {
  const k = await clinic.active()
  const [pasien, dokter] = await Promise.all([listen(k.pasien), listen(k.dokter)])
  const { api } = await clinic.admin()
  demand(200, await api.delete(`/admin/pengguna/${k.pasien.id}/sesi`, { alasan: 'ponsel hilang' }))
  await expect.poll(() => pasien.client.connection.state).toBe('disconnected')
  const { id, urutan, rev } = await clinic.send(k.dokter, k, 'Sesudah itu')
  await untilHeard(dokter, 'MessageSent', { konsultasi_id: k.id, pesan_id: id, urutan, rev })
  expect(pasien.heard).toEqual([])
})

for (const [what, end] of Object.entries({
  'signed out': async (ended: Person): Promise<unknown> => demand(200, await ended.api.post('/auth/logout')),
  'ended by its owner in their list of sessions': async (ended: Person, other: Person): Promise<unknown> => {
    const sesi = demand(200, await ended.api.get('/akun/sesi')).find(({ ini }) => ini)
    return demand(200, await other.api.delete(`/akun/sesi/${sesi?.id}`))
  },
  'ended by a new password': async (_: Person, other: Person): Promise<unknown> =>
    demand(200, await other.api.put('/auth/password', { lama: other.password, baru: 'samudra-luas-77' })),
})) {
  test(`the socket of a session that was ${what} hears nothing more; that of another session is back at once`, async ({ clinic }) => {
    const k = await clinic.active()
    const other = await clinic.signIn(k.pasien.email, k.pasien.password)
    const [ended, kept] = await Promise.all([listen(k.pasien), listen(other)])
    const outside = new Promise((refused) => ended.client.channel(`private-${k.pasien.id}`).bind('pusher:subscription_error', refused))
    const back = new Promise((letIn) => kept.client.channel(`private-${k.pasien.id}`).bind('pusher:subscription_succeeded', letIn))
    await end(k.pasien, other)
    await Promise.all([outside, back])
    const sent = demand(201, await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'Sesudah itu' }))
    await untilHeard(kept, 'MessageSent', { konsultasi_id: k.id, pesan_id: sent.id, urutan: sent.urutan, rev: sent.rev })
    expect(ended.heard).toEqual([])
  })
}
