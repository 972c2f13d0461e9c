import type { Client } from '@/e2e/client'
import { demand } from '@/e2e/clinic'
import { KNOWN, PARASETAMOL, resepOf } from '@/e2e/dokumen'
import { expect, test } from '@/e2e/fixtures'

test('diagnoses are completed for a dokter by words and by code', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expect(demand(200, await dokter.api.get('/diagnosa?q=tifoid'))).toContainEqual({ kode: 'A01.0', nama: 'Demam tifoid' })
  expect(demand(200, await dokter.api.get('/diagnosa?q=j45'))[0]).toMatchObject({ kode: 'J45.9' })
  expect((await dokter.api.get('/diagnosa?q=')).status).toBe(422)
  expect((await (await clinic.pasien()).api.get('/diagnosa?q=demam')).status).toBe(403)
})

test('a medicine is found with its forms and strengths, and by them', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, more: { profil_id: (await clinic.addProfil(pasien, { ...KNOWN, alergi: [] })).id } })
  const lines = async (q: string) =>
    demand(200, await k.dokter.api.get(`/obat?q=${encodeURIComponent(q)}`)).flatMap(({ nama, sediaan }) =>
      sediaan.map(({ bentuk, kekuatan }) => `${nama} ${bentuk} ${kekuatan}`),
    )
  expect(await lines('parasetamol')).toEqual(expect.arrayContaining(['parasetamol tablet 500 mg', 'parasetamol sirup 120 mg/5 ml']))
  for (const q of ['parasetamol 500', 'Paracetamol tab 500mg', 'panadol 500 mg'])
    expect(await lines(q)).toEqual(['parasetamol tablet 500 mg', 'parasetamol + kafein tablet 500 mg/65 mg'])
  expect((await lines('amox syr')).slice(0, 2)).toEqual(['amoksisilin sirup kering 125 mg/5 ml', 'amoksisilin sirup kering 250 mg/5 ml'])
  expect(await lines('vitamin b 12')).toEqual(['sianokobalamin tablet 50 mcg', 'sianokobalamin injeksi 500 mcg/ml'])
  expect(await lines('parasetamol 777')).toEqual([])
  // The strength that this dokter prescribes comes first, also one that no list has.
  for (const kekuatan of ['650 mg', '650 mg', '500 mg']) await clinic.issue(k, resepOf({ ...PARASETAMOL, kekuatan, bentuk: 'tablet' }))
  expect((await lines('paracet')).slice(0, 3)).toEqual([
    'parasetamol tablet 650 mg',
    'parasetamol tablet 500 mg',
    'parasetamol sirup 120 mg/5 ml',
  ])
})

test('names of medicines are completed for a dokter in any spelling', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expect(demand(200, await dokter.api.get('/obat?q=amoxi'))[0]).toMatchObject({ nama: 'amoksisilin' })
  expect(demand(200, await dokter.api.get('/obat?q=panad')).map(({ nama }) => nama)).toContain('parasetamol')
  expect((await dokter.api.get('/obat?q=')).status).toBe(422)
  // What this dokter prescribes comes first, the most usual before the rest; nobody else is offered it.
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, dokter, more: { profil_id: (await clinic.addProfil(pasien, { ...KNOWN, alergi: [] })).id } })
  const used = ['Amoxsan Racikan', 'Ambroksol', 'Ampisilin', 'ambroksol'].map((nama) => ({ ...PARASETAMOL, nama }))
  for (const obat of used) await clinic.issue(k, resepOf(obat))
  const names = async (person: { api: Client }) => demand(200, await person.api.get('/obat?q=am')).map(({ nama }) => nama)
  expect((await names(dokter)).slice(0, 4)).toEqual(['ambroksol', 'ampisilin', 'Amoxsan Racikan', 'amikasin'])
  expect(await names(await clinic.dokter())).not.toContain('Amoxsan Racikan')
  expect((await (await clinic.pasien()).api.get('/obat?q=amox')).status).toBe(403)
})
