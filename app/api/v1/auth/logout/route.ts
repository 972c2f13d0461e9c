import { clearedSessionCookie } from '@/lib/auth/cookie'
import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { signOut } from '@/lib/operations/sign-in'

/** The next person at a shared computer finds nothing: https://www.w3.org/TR/clear-site-data/ */
const FORGET = { 'Clear-Site-Data': '"cache", "storage"' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'POST /auth/logout': async ({ actor }) => {
    await signOut(actor)
    return ok(null, { message: 'keluar', headers: { ...FORGET, 'Set-Cookie': clearedSessionCookie() } })
  },
})
