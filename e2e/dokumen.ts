import { execFileSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import type { Client } from '@/e2e/client'
import { type Clinic, demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { expect, pushUrl } from '@/e2e/fixtures'
import { Device } from '@/e2e/push/device'
import type { DokumenView } from '@/lib/contract/dokumen'

/** Whom specs of dokumen treat: all is known of her that a resep needs. */
export const KNOWN = {
  tanggal_lahir: '2022-03-14',
  jenis_kelamin: 'P',
  alamat: 'Jalan Melati 5, Bandung',
  berat_kg: 14.5,
  alergi: [{ zat: 'amoksisilin' }],
}
export const PARASETAMOL = {
  nama: 'Parasetamol',
  kekuatan: '120 mg/5 ml',
  bentuk: 'sirup',
  jumlah: 1,
  satuan: 'botol',
  signa: '3 dd 1 cth pc',
}
export const LAB = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } }
export const RINGKASAN = {
  subjektif: 'Demam dua hari',
  diagnosa: [{ kode: 'J00', nama: 'Rinitis akut', utama: true }],
  rencana: 'Obat penurun panas',
  anjuran: 'Banyak minum',
  layak_jarak_jauh: true,
}
export const resepOf = (...obat: object[]) => ({ jenis: 'resep', isi: { obat } })

/** An active konsultasi of a child of whom all is known that a resep needs. */
export async function withKnownChild(clinic: Clinic, more: object = {}): Promise<Konsultasi> {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, { ...KNOWN, ...more })
  return clinic.active({ pasien, more: { profil_id: id } })
}

export async function subscribed({ api }: Pick<Person, 'api'>): Promise<Device> {
  const device = new Device(pushUrl())
  demand(201, await api.post('/push/langganan', device.subscription))
  return device
}

export const issue = ({ id, dokter }: Konsultasi, body: object) => dokter.api.post(`/konsultasi/${id}/dokumen`, body)

/** Checks a seal as anybody can who has the JSON and the keys. */
export async function isSealed(api: Client, sealed: Record<string, unknown>): Promise<boolean> {
  const { segel, status: _, ...rest } = sealed as { segel: { kid: string; nilai: string }; status?: string }
  const { keys } = JSON.parse((await api.get('/segel/jwks.json')).text) as { keys: { kid: string; x: string; kty: string; crv: string }[] }
  const jwk = keys.find(({ kid }) => kid === segel.kid)
  if (!jwk) return false
  const form = Buffer.from(canonicalize(rest) ?? '')
  return verify(null, form, createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(segel.nilai, 'base64url'))
}

export const pdfOf = async (person: { api: Client; token: string }, { id }: DokumenView) => {
  const answer = await fetch(`${person.api.url}/api/v1/dokumen/${id}/pdf`, { headers: { Authorization: `Bearer ${person.token}` } })
  expect(answer.status).toBe(200)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

export function fileOf(bytes: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'sapa-uji-')), 'dokumen.pdf')
  writeFileSync(file, bytes)
  return file
}

export const textOf = (bytes: Buffer) => execFileSync('pdftotext', ['-layout', fileOf(bytes), '-'], { encoding: 'utf8' })
export const pinOf = (bytes: Buffer) => /PIN (\d{6})/.exec(textOf(bytes))?.[1] ?? ''
