import type { Konsultasi, Person } from '@/e2e/clinic'
import { read, revOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

const type = ({ api }: Person, k: Konsultasi) => api.put(`/konsultasi/${k.id}/mengetik`)
const typing = async (reader: Person, k: Konsultasi) => (await read(reader, k)).meta.mengetik

test('who types is shown to everybody but themselves, and moves no rev', async ({ clinic }) => {
  const k = await clinic.active()
  const rev = await revOf(k.pasien, k)
  const { status, text } = await type(k.dokter, k)
  expect({ status, text }).toEqual({ status: 204, text: '' })
  expect(await typing(k.pasien, k)).toEqual([k.dokter.id])
  expect(await typing(k.dokter, k)).toEqual([])
  await type(k.pasien, k)
  expect((await typing(await clinic.admin(), k)).sort()).toEqual([k.pasien.id, k.dokter.id].sort())
  expect(await revOf(k.pasien, k)).toBe(rev)
})

test('typing is forgotten when that person’s pesan arrives, not when the other’s does', async ({ clinic }) => {
  const k = await clinic.active()
  await type(k.dokter, k)
  await clinic.send(k.pasien, k, 'Halo, Dok?')
  expect(await typing(k.pasien, k)).toEqual([k.dokter.id])
  await clinic.send(k.dokter, k, 'Ya')
  expect(await typing(k.pasien, k)).toEqual([])
})

test('typing is forgotten after 6 s', async ({ clinic }) => {
  const k = await clinic.active()
  const before = Date.now()
  await type(k.dokter, k)
  await expect.poll(() => typing(k.pasien, k), { timeout: 20_000 }).toEqual([])
  expect(Date.now() - before).toBeGreaterThan(5500)
})

test('nobody shows typing but the participants of an active konsultasi', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [active, pending, completed] = [
    await clinic.active({ dokter }),
    await clinic.booked({ dokter }),
    await clinic.completed({ dokter }),
  ]
  for (const person of [await clinic.pasien(), await clinic.dokter(), await clinic.admin()])
    expectRefusal(await type(person, active), 'forbidden')
  for (const k of [pending, completed]) {
    expectRefusal(await type(k.pasien, k), 'konsultasi_not_active')
    expectRefusal(await type(k.dokter, k), 'konsultasi_not_active')
  }
  await clinic.verify(dokter, false)
  expectRefusal(await type(dokter, active), 'forbidden')
})
