import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { renewRecovery } from '@/lib/operations/faktor-kedua'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'PUT /akun/faktor-kedua/kode-pemulihan': async ({ actor, body }) => ok(await renewRecovery(actor, body)),
})
