import { CheckRantai } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { checkRantai } from '@/lib/operations/check-rantai'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: CheckRantai }, async ({ actor, query }) => ok(await checkRantai(actor, query))),
})
