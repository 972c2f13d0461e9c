import { randomUUID } from 'node:crypto'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { isSecure, readCookie, sessionCookieName } from '@/lib/auth/cookie'
import { isUnavailable } from '@/lib/data/availability'
import { languageOf } from '@/lib/domain/bahasa'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { respondToError } from '@/lib/http/answer'
import { parseObject, readText } from '@/lib/http/parse'
import { askedOfWeb, webResponseOf } from '@/lib/http/reply'
import { calls, nextAuthOptions } from './options'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * next-auth's own routes, with what it gets wrong put right: a malformed `callbackUrl` (in the query or in a poisoned cookie) is forgotten
 * instead of answered with 500, and what `authorize` ran into keeps its status (429, 503) instead of becoming text in a URL. A session that could
 * not be ended is said so, with the cookie kept: without it nobody at that browser could end it any more.
 */
export async function handleNextAuth(request: NextRequest, context: Context): Promise<Response> {
  const call: { token: string | null; error?: unknown } = { token: readCookie(request.headers.get('cookie'), sessionCookieName()) }
  const answer = await calls
    .run(call, async () => callNextAuth(await sane(request), context))
    .catch((error: unknown) => {
      call.error = error
      return null
    })
  if (answer && !mustBeTold(call.error)) return answer
  const question = {
    requestId: request.headers.get('x-request-id') ?? randomUUID(),
    bahasa: languageOf(request.headers.get('accept-language')),
  }
  return webResponseOf(respondToError(call.error, question))
}

/** Bytes of a body of next-auth's routes: 16 KiB. */
const BODY_MAX_BYTES = 16 * 1024

/**
 * The request with its body read, bounded, before next-auth sees it: that would take in any number of bytes, and answers 500 to what it cannot
 * read and to a sign-in by GET.
 * @throws Refusal `method_not_allowed`, `payload_too_large`, `invalid_json`
 */
async function sane(request: NextRequest): Promise<NextRequest> {
  if (request.method !== 'POST') {
    if (!/\/callback\//.test(request.nextUrl.pathname)) return request
    throw new Refusal('method_not_allowed', { headers: { Allow: 'POST' } })
  }
  const body = await readText(askedOfWeb(request), BODY_MAX_BYTES)
  if (request.headers.get('content-type')?.includes('application/json')) parseObject(body)
  return new NextRequest(request.url, { method: 'POST', headers: request.headers, body })
}

const callNextAuth = async (request: NextRequest, context: Context): Promise<Response> => {
  const options = nextAuthOptions()
  const name = `${isSecure() ? '__Secure-' : ''}next-auth.callback-url`
  const poisoned = !isAddress(request.cookies.get(name)?.value)
  // Under another name the poisoned cookie is not seen; next-auth reads cookies from the framework, not from this request.
  const cookies = { ...options.cookies, ...(poisoned ? { callbackUrl: { name: `${name}.baru`, options: COOKIE() } } : {}) }
  return NextAuth(withoutBadCallback(request), context, { ...options, cookies })
}

const COOKIE = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() })

function withoutBadCallback(request: NextRequest): NextRequest {
  const url = new URL(request.url)
  if (isAddress(url.searchParams.get('callbackUrl') ?? undefined)) return request
  url.searchParams.delete('callbackUrl')
  return new NextRequest(url, request)
}

/** What next-auth can digest: nothing, a path, or an http(s) address. */
function isAddress(value: string | undefined): boolean {
  if (value === undefined || value === '') return true
  if (!URL.canParse(value, value.startsWith('/') ? env().nextAuthUrl : undefined)) return false
  return /^https?:$/.test(new URL(value, env().nextAuthUrl).protocol)
}

/** A wrong password is next-auth's to answer; a limit, an outage and a defect are ours. */
const mustBeTold = (error: unknown): boolean =>
  error !== undefined && (error instanceof Refusal ? error.code !== 'unauthenticated' : isUnavailable(error) || error instanceof Error)
