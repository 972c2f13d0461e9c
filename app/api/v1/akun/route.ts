import { clearedSessionCookie } from '@/lib/auth/cookie'
import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { closeAkun } from '@/lib/operations/close-akun'
import { readAkun } from '@/lib/operations/read-akun'

/** As after signing out. */
const FORGET = { 'Clear-Site-Data': '"cache", "storage"' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun': async ({ actor }) => ok(await readAkun(actor)),
  'DELETE /akun': async ({ actor, body }) => {
    await closeAkun(actor, body)
    return ok(null, { headers: { ...FORGET, 'Set-Cookie': clearedSessionCookie() } })
  },
})
