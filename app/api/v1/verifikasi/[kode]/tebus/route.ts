import { ADDRESS_HEADER } from '@/lib/auth/address'
import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { redeemResep } from '@/lib/operations/verify-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'POST /verifikasi/{kode}/tebus': async ({ request, kode, body }) =>
    ok(await redeemResep(kode, body, request.headers.get(ADDRESS_HEADER)), { message: 'resepDitebus' }),
})
