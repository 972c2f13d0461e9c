import { AsyncLocalStorage } from 'node:async_hooks'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { asalOf } from '@/lib/auth/asal'
import { isSecure, readCookie, sessionCookieName } from '@/lib/auth/cookie'
import { hashOf } from '@/lib/auth/token'
import { SignIn } from '@/lib/contract/pengguna'
import { findSesi } from '@/lib/data/sesi'
import { SESI_ABSOLUTE_MS } from '@/lib/domain/sesi'
import { env } from '@/lib/env'
import { signIn, signOutToken } from '@/lib/operations/sign-in'

/** What the route around next-auth tells it, and hears from it. */
interface Call {
  /** The session's token in the request, by our own reader: next-auth's takes another one of several cookies of one name, and joins pieces. */
  readonly token: string | null
  /** What went wrong inside: next-auth would write its text into a URL, or swallow it. */
  error?: unknown
}

export const calls = new AsyncLocalStorage<Call>()

const remember = (error: unknown): null => {
  const call = calls.getStore()
  if (call) call.error = error
  return null
}

/**
 * next-auth for browsers, over our own session table: the cookie holds a session's token, `encode` and `decode` only carry it.
 * So both doors share one session model, an ended session is seen at once, nothing in a cookie can be forged or renewed,
 * and whatever a page sends to `update` is not even looked at.
 */
export const nextAuthOptions = (): NextAuthOptions => ({
  secret: env().nextAuthSecret,
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: SESI_ABSOLUTE_MS / 1000 },
  pages: { signIn: '/masuk', error: '/masuk', signOut: '/', verifyRequest: '/masuk' },
  cookies: {
    sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } },
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {}, totp: {} },
      authorize: async (given, request) => {
        const asked = SignIn.safeParse(given)
        if (!asked.success) return null
        try {
          const { token, pengguna } = await signIn(
            asked.data,
            asalOf((name) => request.headers?.[name]),
          )
          await endFormer(request.headers?.cookie)
          return { id: pengguna.id, token }
        } catch (error) {
          return remember(error)
        }
      },
    }),
  ],
  jwt: {
    encode: async ({ token }) => String(token?.kunci ?? ''),
    decode: async () => {
      const token = calls.getStore()?.token
      const signedIn = token ? await findSesi(hashOf(token)).catch(remember) : null
      if (!signedIn || !token) return null
      const { actor } = signedIn
      return { kunci: token, name: actor.nama, email: actor.email, sub: actor.id, peran: actor.peran }
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user && 'token' in user ? { kunci: user.token } : token),
    session: ({ session, token }) => ({ ...session, user: { name: token.name, email: token.email, peran: token.peran } }),
    redirect: ({ url, baseUrl }) => sameOrigin(url, baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.kunci === 'string') await signOutToken(token.kunci).catch(remember)
    },
  },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
})

/** Whoever signs in at a browser takes the place of who was there: their session would go on without anybody who can end it. */
async function endFormer(cookies: unknown): Promise<void> {
  const former = typeof cookies === 'string' ? readCookie(cookies, sessionCookieName()) : null
  if (former) await signOutToken(former).catch(remember)
}

/** Only ever to ourselves: `//evil`, other hosts and other schemes lead home. */
function sameOrigin(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
}
