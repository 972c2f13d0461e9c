import { ADDRESS_HEADER } from '@/lib/auth/address'
import { AKUN } from '@/lib/contract/endpoints/akun'
import { created } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { registerPengguna } from '@/lib/operations/register-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'POST /auth/register': async ({ body, request, bahasa }) =>
    created({ pengguna: await registerPengguna(body, { alamat: request.headers.get(ADDRESS_HEADER), bahasa }) }, { message: 'terdaftar' }),
})
