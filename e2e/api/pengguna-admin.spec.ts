import { TOTP } from 'otpauth'
import type { Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { newUuid, toId } from '@/lib/domain/id'

test('an admin ends every session of somebody at once, for a reason that is written down, and they may come back', async ({ clinic }) => {
  const person = await clinic.pasien()
  const another = await clinic.signIn(person.email, person.password)
  const { api, id: aktor } = await clinic.admin()
  expect(expectSuccess(await api.delete(`/admin/pengguna/${person.id}/sesi`, { alasan: 'ponsel hilang' }))).toBeNull()
  for (const session of [person, another]) expectRefusal(await session.api.get('/auth/me'), 'unauthenticated')
  const back = await clinic.signIn(person.email, person.password)
  expectSuccess(await back.api.get('/auth/me'))
  const [row] = expectSuccess(await api.get('/admin/audit?aksi=pengguna.sesi_diakhiri'))
  expect(row).toMatchObject({ aktor: { id: aktor }, pengguna_id: person.id, alasan: 'ponsel hilang' })
})

test('nothing ends without a reason, nor for somebody who is nobody', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const person = await clinic.pasien()
  for (const body of [{}, { alasan: '  ' }, { alasan: 7 }]) {
    expectRefusal(await api.delete(`/admin/pengguna/${person.id}/sesi`, body), 'validation_failed', ['alasan'])
  }
  for (const id of ['bukan-id', toId('pengguna', newUuid()), toId('konsultasi', newUuid())]) {
    expectRefusal(await api.delete(`/admin/pengguna/${id}/sesi`, { alasan: 'uji' }), 'not_found')
  }
  expectSuccess(await person.api.get('/auth/me'))
})

/** Sets up a second factor by the code of the step before this one, which counts still. */
async function setUpFaktorKedua(person: Person): Promise<void> {
  const { rahasia } = expectSuccess(await person.api.post('/akun/faktor-kedua', { password: person.password }), 201)
  const totp = new TOTP({ secret: rahasia }).generate()
  expectSuccess(await person.api.put('/akun/faktor-kedua', { totp }))
}

test('an admin takes a lost second factor off an account: its sessions end, and the password is enough again', async ({ api, clinic }) => {
  const person = await clinic.pasien()
  await setUpFaktorKedua(person)
  const { email, password } = person
  expectRefusal(await api.post('/auth/login', { email, password }), 'totp_required')
  const { api: admin, id: aktor } = await clinic.admin()
  const reset = () => admin.delete(`/admin/pengguna/${person.id}/faktor-kedua`, { alasan: 'datang sendiri, KTP dilihat' })
  expectSuccess(await reset())
  expectRefusal(await person.api.get('/auth/me'), 'unauthenticated')
  const back = await clinic.signIn(email, password)
  // Where there is none any more, nothing changes and nothing is written down.
  expectSuccess(await reset())
  expectSuccess(await back.api.get('/auth/me'))
  const rows = expectSuccess(await admin.get(`/admin/audit?pengguna=${person.id}&aktor=${aktor}`))
  expect(rows.map(({ aksi, alasan }) => [aksi, alasan])).toEqual([['pengguna.faktor_dilepas', 'datang sendiri, KTP dilihat']])
})

test('nobody takes their own second factor off as an admin, nor anybody’s without a reason', async ({ clinic }) => {
  const { api, id } = await clinic.admin()
  expectRefusal(await api.delete(`/admin/pengguna/${id}/faktor-kedua`, { alasan: 'ponsel baru' }), 'forbidden')
  const person = await clinic.pasien()
  expectRefusal(await api.delete(`/admin/pengguna/${person.id}/faktor-kedua`, { alasan: ' ' }), 'validation_failed', ['alasan'])
  expectRefusal(await api.delete(`/admin/pengguna/${toId('pengguna', newUuid())}/faktor-kedua`, { alasan: 'uji' }), 'not_found')
})
