import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readAngkaDokter } from '@/lib/operations/meja-admin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/dokter/angka': async ({ actor }) => ok(await readAngkaDokter(actor)),
})
