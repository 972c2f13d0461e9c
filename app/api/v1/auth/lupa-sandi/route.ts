import { AskForReset } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { askForReset } from '@/lib/operations/reset-password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: AskForReset }, async ({ body }) => {
    await askForReset(body.email)
    return ok(null, { message: 'suratDikirim' })
  }),
})
