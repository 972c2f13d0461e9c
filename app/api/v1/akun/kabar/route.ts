import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { chooseKabar, readPilihanKabar } from '@/lib/operations/choose-kabar'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun/kabar': async ({ actor }) => ok(await readPilihanKabar(actor)),
  'PUT /akun/kabar': async ({ actor, body }) => {
    await chooseKabar(actor, body)
    return ok(await readPilihanKabar(actor))
  },
})
