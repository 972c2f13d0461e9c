import { clearedSessionCookie } from '@/lib/auth/cookie'
import { WithProof } from '@/lib/contract/akun'
import { ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { closeAkun } from '@/lib/operations/close-akun'
import { readAkun } from '@/lib/operations/read-akun'

/** As after signing out. */
const FORGET = { 'Clear-Site-Data': '"cache", "storage"' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ actor }) => ok(await readAkun(actor))),
  DELETE: route({ body: WithProof, peran: PARTICIPANTS }, async ({ actor, body }) => {
    await closeAkun(actor, body)
    return ok(null, { headers: { ...FORGET, 'Set-Cookie': clearedSessionCookie() } })
  }),
})
