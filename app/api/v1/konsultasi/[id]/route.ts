import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'GET /konsultasi/{id}': async ({ actor, id, query, bahasa }) => ok(await readKonsultasi(actor, id, query.alasan, bahasa)),
})
