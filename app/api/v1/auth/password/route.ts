import { ChangePassword } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { changePassword } from '@/lib/operations/change-password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ body: ChangePassword, beforeFactor: true }, async ({ actor, body }) => {
    await changePassword(actor, body.lama, body.baru)
    return ok(null, { message: 'sandiDiganti' })
  }),
})
