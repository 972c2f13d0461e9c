import type { Method } from '@/lib/contract/endpoint'
import type { Answered, Call } from '@/lib/contract/endpoints/calls'
import { undeclaredIn } from './declared'

/** The body of any answer: a success has `data`, an error has `code`; a test asks for what it expects. */
interface Envelope<Data, Meta, Pagination> {
  readonly success: boolean
  readonly message: string
  readonly data: Data
  readonly meta: Meta
  readonly pagination: Pagination
  readonly code?: string
  readonly errors?: Record<string, string[]>
  readonly request_id?: string
}

export interface Reply<Data = unknown, Meta = unknown, Pagination = unknown> {
  readonly status: number
  readonly headers: Headers
  /** Undefined when there is none (204, 304, HEAD). */
  readonly body: Envelope<Data, Meta, Pagination>
  readonly text: string
}

/** What the call of this path answers when it succeeds; a `/pesan/…` without more is a conversation. Unknown for a path that is only known at runtime. */
export type ReplyTo<Verb extends Method, Path extends string> = [CallTo<Verb, Path>] extends [never]
  ? Reply
  : [Answered<CallTo<Verb, Path>>] extends [{ data: infer Data; meta: infer Meta; pagination: infer Pagination }]
    ? Reply<Data, Meta, Pagination>
    : Reply

type CallTo<Verb extends Method, Path extends string> = {
  [Name in Exclude<Call, 'GET /pesan/{id}'>]: Name extends `${Verb} ${infer Declared}`
    ? Steps<Path extends `${infer Bare}?${string}` ? Bare : Path> extends Pattern<Steps<Declared>>
      ? Name
      : never
    : never
}[Exclude<Call, 'GET /pesan/{id}'>]

type Steps<Path extends string> = Path extends `${infer Step}/${infer Rest}` ? [Step, ...Steps<Rest>] : [Path]
type Pattern<Declared> = { [At in keyof Declared]: Declared[At] extends `{${string}}` ? string : Declared[At] }

type HeaderMap = Readonly<Record<string, string>>

export interface Ask {
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly raw?: BodyInit
  readonly headers?: HeaderMap
}

/**
 * A plain client that knows HTTP and the contract: an answer that its call does not declare fails the test, whatever that is about. It tries
 * once and follows no redirect; what it gets, the test sees.
 * Paths are under `/api/v1` unless they begin with `/api/`.
 */
export class Client {
  constructor(
    readonly url: string,
    private readonly headers: HeaderMap = {},
  ) {}

  /** The same client with these headers on every request. */
  with(headers: HeaderMap): Client {
    return new Client(this.url, { ...this.headers, ...headers })
  }

  /** The same client with this bearer token. */
  bearing(token: string): Client {
    return this.with({ Authorization: `Bearer ${token}` })
  }

  get<Path extends string>(path: Path, headers?: HeaderMap): Promise<ReplyTo<'GET', Path>>
  get<Data, Meta = unknown, Pagination = unknown>(path: string, headers?: HeaderMap): Promise<Reply<Data, Meta, Pagination>>
  get(path: string, headers?: HeaderMap): Promise<Reply> {
    return this.ask('GET', path, { headers })
  }

  post<Path extends string>(path: Path, json?: unknown, headers?: HeaderMap): Promise<ReplyTo<'POST', Path>>
  post<Data>(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply<Data>>
  post(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply> {
    return this.ask('POST', path, { json, headers })
  }

  put<Path extends string>(path: Path, json?: unknown, headers?: HeaderMap): Promise<ReplyTo<'PUT', Path>>
  put<Data>(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply<Data>>
  put(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply> {
    return this.ask('PUT', path, { json, headers })
  }

  delete<Path extends string>(path: Path, json?: unknown, headers?: HeaderMap): Promise<ReplyTo<'DELETE', Path>>
  delete<Data>(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply<Data>>
  delete(path: string, json?: unknown, headers?: HeaderMap): Promise<Reply> {
    return this.ask('DELETE', path, { json, headers })
  }

  async ask<Data = unknown, Meta = unknown, Pagination = unknown>(
    method: string,
    path: string,
    { json, raw, headers }: { [Name in keyof Ask]?: Ask[Name] | undefined } = {},
  ): Promise<Reply<Data, Meta, Pagination>> {
    const type: HeaderMap = json === undefined ? {} : { 'Content-Type': 'application/json' }
    const address = path.startsWith('/api/') ? path : `/api/v1${path}`
    const response = await fetch(this.url + address, {
      method,
      headers: { ...type, ...this.headers, ...headers },
      body: json === undefined ? (raw ?? null) : JSON.stringify(json),
      redirect: 'manual',
      // What is sent in pieces must say so.
      ...(raw instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
    const text = await response.text()
    const reply = {
      status: response.status,
      headers: response.headers,
      text,
      body: bodyOf<Envelope<Data, Meta, Pagination>>(response, text),
    }
    const problems = undeclaredIn(method, address, reply)
    if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${text.slice(0, 500)}`)
    return reply
  }
}

/** What is not JSON is left to `text`. */
function bodyOf<Body>(response: Response, text: string): Body {
  const isJson = text !== '' && response.headers.get('content-type')?.startsWith('application/json')
  return (isJson ? JSON.parse(text) : undefined) as Body
}
