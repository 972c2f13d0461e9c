import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { activateFaktorKedua, prepareFaktorKedua, turnOffFaktorKedua } from '@/lib/operations/faktor-kedua'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'POST /akun/faktor-kedua': async ({ actor, body }) => created(await prepareFaktorKedua(actor, body.password)),
  'PUT /akun/faktor-kedua': async ({ actor, body }) => ok(await activateFaktorKedua(actor, body.totp)),
  'DELETE /akun/faktor-kedua': async ({ actor, body }) => {
    await turnOffFaktorKedua(actor, body)
    return ok(null)
  },
})
