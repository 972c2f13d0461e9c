import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { endOtherSesi, listOwnSesi } from '@/lib/operations/sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun/sesi': async ({ actor }) => ok(await listOwnSesi(actor)),
  'DELETE /akun/sesi': async ({ actor }) => {
    await endOtherSesi(actor)
    return ok(null)
  },
})
