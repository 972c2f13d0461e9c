import { VerifyDokter } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { verifyDokter } from '@/lib/operations/verify-dokter'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['admin'], body: VerifyDokter }, async ({ actor, id, body }) => ok(await verifyDokter(actor, id, body))),
})
