import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { presentActor } from '@/lib/operations/present-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ beforeFactor: true }, async ({ actor }) => ok({ pengguna: presentActor(actor) })),
})
