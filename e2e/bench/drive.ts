import { Agent, request } from 'node:http'

/** A request as it is sent again and again. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
  /** Milliseconds from sending to the last byte. */
  readonly ms: number
}

/** Keep-alive connections to the server under test. */
export const openConnections = (count: number) => new Agent({ keepAlive: true, maxSockets: count })

/** Sends one request and reads its answer to the end. */
export function call(agent: Agent, port: number, { method, path, headers, body }: Call): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const ms = performance.now() - started
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString(), ms })
      })
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/**
 * Sends `amount` requests, as many at once as the agent has connections; each connection sends its next when the last was answered.
 * @returns the latencies
 * @throws when an answer has another status than expected: a benchmark of refusals says nothing
 */
export async function drive(agent: Agent, port: number, next: (n: number) => Call, expected: number, amount: number): Promise<number[]> {
  const latencies: number[] = []
  let begun = 0
  const work = async () => {
    while (begun < amount) {
      const { status, ms, body } = await call(agent, port, next(begun++))
      if (status !== expected) throw new Error(`answered ${status} instead of ${expected}: ${body.slice(0, 300)}`)
      latencies.push(ms)
    }
  }
  await Promise.all(Array.from({ length: agent.maxSockets }, work))
  return latencies
}

/** The value in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
