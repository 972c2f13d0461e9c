import { ADDRESS_HEADER } from '@/lib/auth/address'
import { RegisterPengguna } from '@/lib/contract/pengguna'
import { created } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { registerPengguna } from '@/lib/operations/register-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: RegisterPengguna }, async ({ body, request, bahasa }) => ({
    ...created({ pengguna: await registerPengguna(body, { alamat: request.headers.get(ADDRESS_HEADER), bahasa }) }),
    message: 'terdaftar',
  })),
})
