import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { changePassword } from '@/lib/operations/password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'PUT /auth/password': async ({ actor, body }) => {
    await changePassword(actor, body.lama, body.baru)
    return ok(null, { message: 'sandiDiganti' })
  },
})
