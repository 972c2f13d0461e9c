import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { setKetersediaan } from '@/lib/operations/praktik'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'PUT /dokter/saya/ketersediaan': async ({ actor, body }) => ok(await setKetersediaan(actor, body.tersedia)),
})
