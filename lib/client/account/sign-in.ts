/** How signing in went. `locked` says for how many seconds, when the server does; `code`: the password was right, and a code is missing or did not fit. */
export type SignInOutcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'code'; readonly wrong: boolean }
  | { readonly kind: 'locked'; readonly seconds: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'unreachable' }

const TIMEOUT_MS = 15_000

/** Signs this browser in through next-auth's own routes: the session arrives as a cookie. Never throws. */
export async function signIn(email: string, password: string, totp = ''): Promise<SignInOutcome> {
  try {
    const csrfToken = await readCsrfToken()
    const body = new URLSearchParams({ email, password, totp, csrfToken, callbackUrl: '/', json: 'true' })
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return await outcomeOf(response, totp.trim() !== '')
  } catch {
    return { kind: 'unreachable' }
  }
}

async function readCsrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return csrfToken
}

async function outcomeOf(response: Response, hadCode: boolean): Promise<SignInOutcome> {
  if (response.status === 401) {
    const { code } = (await response.json()) as { code?: string }
    return code === 'totp_required' ? { kind: 'code', wrong: hadCode } : { kind: 'mismatch' }
  }
  if (response.status === 429) return { kind: 'locked', seconds: Number(response.headers.get('retry-after') ?? 0) }
  if (!response.ok) return { kind: 'failed' }
  // next-auth also answers 200 with the address of its sign-in page when the token of the form was not its own.
  const { url } = (await response.json()) as { url?: string }
  return url && /[?&](error|csrf)=/.test(url) ? { kind: 'failed' } : { kind: 'in' }
}
