import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { created, page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { bookKonsultasi } from '@/lib/operations/book-konsultasi'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'GET /konsultasi': async ({ actor, query, bahasa }) => page(await listKonsultasi(actor, query, bahasa)),
  'POST /konsultasi': async ({ actor, body, bahasa }) =>
    created(await bookKonsultasi(actor, body, bahasa), { message: 'konsultasiDiajukan' }),
})
