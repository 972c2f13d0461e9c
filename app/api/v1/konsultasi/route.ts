import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { created, page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { bookKonsultasi } from '@/lib/operations/book-konsultasi'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'GET /konsultasi': async ({ actor, query }) => page(await listKonsultasi(actor, query)),
  'POST /konsultasi': async ({ actor, body }) => created(await bookKonsultasi(actor, body), { message: 'konsultasiDiajukan' }),
})
