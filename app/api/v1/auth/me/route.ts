import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { readSelf } from '@/lib/operations/read-akun'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ beforeFactor: true }, async ({ actor }) => ok({ pengguna: readSelf(actor) })),
})
