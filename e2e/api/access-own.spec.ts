import { pdf } from '@/e2e/berkas/dokumen'
import { demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { formOf, uploaded } from '@/e2e/unggah'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'

/** Who it belongs to: its pasien, its dokter, its dokter after the verification was withdrawn, or after the last day of the SIP. What strangers get is in access.spec.ts. */
const COLUMNS = ['pasien', 'dokter', 'withdrawn', 'expired'] as const
type Statuses = readonly [number, number, number, number]

interface Own {
  readonly k: Konsultasi
  readonly me: Person
  /** From the other side, and one's own. */
  readonly theirs: PesanView
  readonly mine: PesanView
  readonly lampiran: LampiranView
}

interface Row {
  readonly call: string
  readonly path: (own: Own) => string
  readonly statuses: Statuses
  readonly ask?: (own: Own) => { json?: unknown; raw?: BodyInit }
}

/** In this order: the last ones change what the others look at. */
const ROWS: readonly Row[] = [
  { call: 'GET', path: ({ k }) => `/konsultasi/${k.id}`, statuses: [200, 200, 200, 200] },
  { call: 'GET', path: () => '/konsultasi', statuses: [200, 200, 200, 200] },
  { call: 'GET', path: ({ k }) => `/pesan/${k.id}`, statuses: [200, 200, 200, 200] },
  { call: 'GET', path: ({ theirs }) => `/pesan/${theirs.id}`, statuses: [200, 200, 200, 200] },
  { call: 'GET', path: ({ k }) => `/pesan/${k.id}/unread-count`, statuses: [200, 200, 200, 200] },
  { call: 'GET', path: () => '/pesan?q=Halo', statuses: [200, 200, 200, 200] },
  { call: 'GET', path: ({ lampiran }) => `/lampiran/${lampiran.id}`, statuses: [200, 200, 200, 200] },
  { call: 'PUT', path: ({ theirs }) => `/pesan/${theirs.id}/dibaca`, statuses: [200, 200, 200, 200] },
  { call: 'PUT', path: ({ mine }) => `/pesan/${mine.id}/dibaca`, statuses: [403, 403, 403, 403] },
  { call: 'PUT', path: ({ k }) => `/pesan/${k.id}/mark-all-read`, statuses: [200, 200, 200, 200] },
  {
    call: 'POST',
    path: () => '/pesan',
    statuses: [201, 201, 403, 201],
    ask: ({ k }) => ({ json: { konsultasi_id: k.id, pesan: 'Halo' } }),
  },
  { call: 'POST', path: () => '/lampiran', statuses: [201, 201, 403, 201], ask: ({ k }) => ({ raw: formOf(k.id, { bytes: pdf() }) }) },
  {
    call: 'PUT',
    path: ({ theirs }) => `/pesan/${theirs.id}/reaksi`,
    statuses: [200, 200, 403, 200],
    ask: () => ({ json: { emoji: '👍' } }),
  },
  { call: 'DELETE', path: ({ theirs }) => `/pesan/${theirs.id}/reaksi`, statuses: [200, 200, 403, 200] },
  { call: 'PUT', path: ({ k }) => `/konsultasi/${k.id}/mengetik`, statuses: [204, 204, 403, 204] },
  { call: 'DELETE', path: ({ theirs }) => `/pesan/${theirs.id}`, statuses: [403, 403, 403, 403] },
  { call: 'PUT', path: ({ k }) => `/konsultasi/${k.id}/terima`, statuses: [403, 409, 403, 403] },
  { call: 'PUT', path: ({ k }) => `/konsultasi/${k.id}/batalkan`, statuses: [409, 403, 403, 403] },
  {
    call: 'PUT',
    path: ({ k }) => `/konsultasi/${k.id}/tolak`,
    statuses: [403, 409, 403, 409],
    ask: () => ({ json: { alasan: 'penuh' } }),
  },
  {
    call: 'PUT',
    path: ({ k }) => `/konsultasi/${k.id}/selesaikan`,
    statuses: [403, 200, 403, 200],
    ask: () => ({ json: { catatan_penutup: 'sembuh' } }),
  },
]

test('what belongs to oneself answers as its place in it allows', async ({ clinic }) => {
  for (const [column, who] of COLUMNS.entries()) {
    const k = await clinic.active()
    const [me, other] = who === 'pasien' ? [k.pasien, k.dokter] : [k.dokter, k.pasien]
    const lampiran = await uploaded(other, k, { bytes: pdf() })
    const theirs = await clinic.send(other, k, 'Halo', { lampiran_id: lampiran.id })
    const own = { k, me, theirs, mine: await clinic.send(me, k, 'Halo juga'), lampiran }
    if (who === 'withdrawn') await clinic.verify(k.dokter, false)
    if (who === 'expired') await clinic.setSip(k.dokter, '2020-12-31')
    for (const { call, path, statuses, ask } of ROWS) {
      const { status, text } = await me.api.ask(call, path(own), ask?.(own) ?? {})
      expect.soft(status, `${call} ${path(own)} by its ${who}: ${text.slice(0, 200)}`).toBe(statuses[column])
    }
  }
})

test('a suspended dokter and pasien reach nothing of their own any more, through either of their sessions', async ({ clinic }) => {
  const k = await clinic.active()
  const pesan = await clinic.send(k.pasien, k, 'Halo')
  for (const who of [k.dokter, k.pasien]) {
    const another = await clinic.signIn(who.email, who.password)
    await clinic.setActive(who, false)
    for (const { api } of [who, another])
      for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`, `/pesan/${pesan.id}`, '/konsultasi', '/auth/me'])
        expect.soft((await api.get(path)).status, path).toBe(401)
    await clinic.setActive(who, true)
    expect((await another.api.get('/auth/me')).status).toBe(401)
    demand(200, await (await clinic.signIn(who.email, who.password)).api.get(`/pesan/${k.id}`))
  }
})
