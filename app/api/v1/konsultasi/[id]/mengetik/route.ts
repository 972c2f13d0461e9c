import { noContent } from '@/lib/http/answer'
import { konsultasiRoute, methods, PARTICIPANTS } from '@/lib/http/route'
import { showTyping } from '@/lib/operations/show-typing'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: konsultasiRoute({ peran: PARTICIPANTS }, async ({ actor, konsultasi }) => {
    await showTyping(actor, konsultasi)
    return noContent()
  }),
})
