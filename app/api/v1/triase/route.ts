import { TRIASE } from '@/lib/contract/endpoints/triase'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readTriase } from '@/lib/operations/bahaya'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(TRIASE, {
  'GET /triase': async ({ actor, query, bahasa }) => ok(await readTriase(actor, query.profil_id ?? null, bahasa)),
})
