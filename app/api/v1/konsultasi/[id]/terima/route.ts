import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { acceptKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['dokter'] }, async ({ actor, id }) => ok(await acceptKonsultasi(actor, id), { message: 'konsultasiDiterima' })),
})
