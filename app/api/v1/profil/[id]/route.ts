import { PROFIL } from '@/lib/contract/endpoints/profil'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { archiveProfil, editProfil } from '@/lib/operations/profil'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PROFIL, {
  'PUT /profil/{id}': async ({ actor, id, body }) => ok(await editProfil(actor, id, body)),
  'DELETE /profil/{id}': async ({ actor, id }) => ok(await archiveProfil(actor, id)),
})
