import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readJadwal, setJadwal } from '@/lib/operations/jadwal'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'GET /dokter/saya/jadwal': async ({ actor }) => ok(await readJadwal(actor)),
  'PUT /dokter/saya/jadwal': async ({ actor, body }) => ok(await setJadwal(actor, body)),
})
