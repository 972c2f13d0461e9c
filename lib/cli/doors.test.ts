import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { doorTo } from './doors.mjs'
import { onePerProcess } from './one-per-process.mjs'

type Path = { id: string; kode: string }
type Open = (path: string, door: (request: IncomingMessage, response: ServerResponse, path: Path) => Promise<void>) => void

const doors = onePerProcess('doors', (): { open?: Open } => ({}))
let last: [string, Path] | null = null
for (const path of [
  '/kabar',
  '/pesan',
  '/pesan/{konsultasi_id}',
  '/pesan/{konsultasi_id}/unread-count',
  '/dokter/{id}',
  '/dokter/saya/jadwal',
  '/konsultasi/{id}/bahaya/{kode}/akui',
  '/verifikasi/{kode}',
  '/openapi.json',
]) {
  doors.open?.(path, async (_, __, variable) => {
    last = [path, variable]
  })
}

async function ledTo(url: string) {
  last = null
  await doorTo(url)?.open({} as IncomingMessage, {} as ServerResponse)
  return last
}

test.each([
  ['/api/v1/kabar', '/kabar', '', ''],
  ['/api/v1/kabar?x=%20', '/kabar', '', ''],
  ['/api/v1/openapi.json', '/openapi.json', '', ''],
  ['/api/v1/pesan', '/pesan', '', ''],
  ['/api/v1/pesan/kons_1?since=3', '/pesan/{konsultasi_id}', 'kons_1', ''],
  ['/api/v1/pesan/kons_1/unread-count', '/pesan/{konsultasi_id}/unread-count', 'kons_1', ''],
  ['/api/v1/dokter/saya/jadwal', '/dokter/saya/jadwal', '', ''],
  // No fixed way goes on from here, so that it is somebody's id.
  ['/api/v1/dokter/saya', '/dokter/{id}', 'saya', ''],
  ['/api/v1/verifikasi/ABCD-1234', '/verifikasi/{kode}', '', 'ABCD-1234'],
  ['/api/v1/konsultasi/kons_1/bahaya/nyeri_dada/akui', '/konsultasi/{id}/bahaya/{kode}/akui', 'kons_1', 'nyeri_dada'],
])('%s leads to %s', async (url, path, id, kode) => {
  expect(await ledTo(url)).toEqual([path, { id, kode }])
})

test.each([
  '/api/v1/lain',
  '/api/v1/kabar/',
  '/api/v1/kabar/lain',
  '/api/v1/pesan//unread-count',
  '/api/v1/pesan/',
  '/api/v1/pesan/kons%5F1',
  '/api/v1/pesan/../kabar',
  '/api/v1/pesan/./kons_1',
  '/api/v1/kabar#x',
  '/api/v1/kabar?x#y',
  '/api/v1/Kabar',
  '/api/v1',
  '/api/live',
  '//api/v1/kabar',
  'http://klinik.test/api/v1/kabar',
  '*',
  '',
])('%s is for Next.js to read', (url) => {
  expect(doorTo(url)).toBeNull()
})
