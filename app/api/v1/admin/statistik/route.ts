import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { readStatistik } from '@/lib/operations/read-statistik'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'] }, async ({ actor }) => ok(await readStatistik(actor))),
})
