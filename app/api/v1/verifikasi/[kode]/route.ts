import { ADDRESS_HEADER } from '@/lib/auth/address'
import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { verifyDokumen } from '@/lib/operations/verify-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /verifikasi/{kode}': async ({ request, kode }) => ok(await verifyDokumen(kode, request.headers.get(ADDRESS_HEADER))),
})
