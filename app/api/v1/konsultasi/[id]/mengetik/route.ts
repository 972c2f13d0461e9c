import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { noContent } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { showTyping } from '@/lib/operations/show-typing'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/mengetik': async ({ actor, konsultasi }) => {
    await showTyping(actor, konsultasi)
    return noContent()
  },
})
