import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { readAkun } from '@/lib/operations/read-akun'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ actor }) => ok(await readAkun(actor))),
})
