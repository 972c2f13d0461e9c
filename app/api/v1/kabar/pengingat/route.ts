import { KABAR } from '@/lib/contract/endpoints/kabar'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { takeReminders } from '@/lib/operations/penanda'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'PUT /kabar/pengingat': async ({ actor }) => ok(await takeReminders(actor)),
})
