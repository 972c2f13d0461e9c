import { BookKonsultasi, ListKonsultasi } from '@/lib/contract/konsultasi'
import { created, ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { bookKonsultasi } from '@/lib/operations/book-konsultasi'
import { listKonsultasi } from '@/lib/operations/list-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ query: ListKonsultasi }, async ({ actor, query }) => {
    const { data, pagination } = await listKonsultasi(actor, query)
    return ok(data, { pagination })
  }),
  POST: route({ peran: ['pasien'], body: BookKonsultasi }, async ({ actor, body }) => ({
    ...created(await bookKonsultasi(actor, body)),
    message: 'konsultasiDiajukan',
  })),
})
