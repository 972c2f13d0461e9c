import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { AuditView } from '@/lib/contract/admin'
import { newUuid, toId } from '@/lib/domain/id'

test('an admin ends every session of somebody at once, for a reason that is written down, and they may come back', async ({ clinic }) => {
  const person = await clinic.pasien()
  const another = await clinic.signIn(person.email, person.password)
  const { api, id: aktor } = await clinic.admin()
  expect(expectSuccess(await api.delete(`/admin/pengguna/${person.id}/sesi`, { alasan: 'ponsel hilang' }))).toBeNull()
  for (const session of [person, another]) expectRefusal(await session.api.get('/auth/me'), 'unauthenticated')
  const back = await clinic.signIn(person.email, person.password)
  expectSuccess(await back.api.get('/auth/me'))
  const [row] = expectSuccess(await api.get<AuditView[]>('/admin/audit?aksi=pengguna.sesi_diakhiri'))
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
