/** Signs in through next-auth's routes as a page does, with a small cookie jar; for tests that look at what those routes answer. */
export class NextAuthBrowser {
  readonly cookies = new Map<string, string>()
  /** What `Set-Cookie` said of each cookie, whole. */
  readonly attributes = new Map<string, string>()

  constructor(private readonly url: string) {}

  async signIn(email: unknown, password: unknown, more: Record<string, string> = {}): Promise<Response> {
    const form = { email: String(email), password: String(password), csrfToken: await this.csrf(), json: 'true', ...more }
    return this.post('/api/auth/callback/credentials', new URLSearchParams(form))
  }

  async csrf(): Promise<string> {
    const { csrfToken } = (await (await this.get('/api/auth/csrf')).json()) as { csrfToken: string }
    return csrfToken
  }

  get(path: string): Promise<Response> {
    return this.ask(path, {})
  }

  post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask(path, { method: 'POST', body, headers })
  }

  /** The cookie that holds the session, if any. */
  session(): string | undefined {
    return this.cookies.get('next-auth.session-token')
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.url + path, { ...init, headers: { ...init.headers, cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    this.attributes.set(name, line)
    if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
