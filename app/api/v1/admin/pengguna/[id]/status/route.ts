import { SetStatusPengguna } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { setStatusPengguna } from '@/lib/operations/suspend-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['admin'], body: SetStatusPengguna }, async ({ actor, id, body }) => ok(await setStatusPengguna(actor, id, body))),
})
