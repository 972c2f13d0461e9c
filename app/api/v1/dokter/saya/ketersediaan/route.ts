import { SetKetersediaan } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { setKetersediaan } from '@/lib/operations/set-ketersediaan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['dokter'], body: SetKetersediaan }, async ({ actor, body }) => ok(await setKetersediaan(actor, body.tersedia))),
})
