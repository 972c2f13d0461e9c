import { PROFIL } from '@/lib/contract/endpoints/profil'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { addProfil, listProfil } from '@/lib/operations/profil'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PROFIL, {
  'GET /profil': async ({ actor, query }) => ok(await listProfil(actor, query.arsip === 'true')),
  'POST /profil': async ({ actor, body }) => created(await addProfil(actor, body)),
})
