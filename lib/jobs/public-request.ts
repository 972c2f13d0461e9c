import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, isPublicHttps } from '@/lib/domain/public-address'

/** The address leads, or has come to lead, where we do not go. */
class NotPublic extends Error {
  override name = 'NotPublic'
  readonly code = 'NOT_PUBLIC'
}

/** Nothing was answered in time, whether or not the connection was made. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly code = 'NO_ANSWER'
}

export type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

interface Post {
  readonly headers: Record<string, string>
  readonly body: Buffer
  /** How names become addresses; the system's own way unless given. */
  readonly resolve?: Resolve
  /** The one origin that may be elsewhere (tests). */
  readonly except?: string | null
  /** Until an answer has to be there, in milliseconds. */
  readonly patienceMs?: number
}

/** Milliseconds: what a push service in reach takes is a tenth of it. */
const ANSWER_MS = 3000

/**
 * Posts to an address that a user gave us. The connection goes to the very addresses that were checked, so that a name which resolves
 * differently a moment later leads nowhere else; a redirect is an answer like any other and never followed.
 * @returns the status of the answer
 * @throws NotPublic, NoAnswer, or whatever else went wrong on the way
 */
export function postPublicly(
  endpoint: string,
  { headers, body, resolve = lookup, except = null, patienceMs = ANSWER_MS }: Post,
): Promise<number> {
  const url = new URL(endpoint)
  const isExcepted = url.origin === except
  if (!isExcepted && !isPublicHttps(endpoint)) return Promise.reject(new NotPublic('an address that is not public'))
  const send = isExcepted && url.protocol === 'http:' ? httpRequest : request
  const signal = AbortSignal.timeout(patienceMs)
  const options = {
    method: 'POST',
    headers,
    signal,
    ...(isExcepted ? {} : { lookup: publicLookup(resolve) }),
  }
  return new Promise((answered, failed) => {
    const asked = send(url, options, (response) => {
      response.destroy()
      answered(response.statusCode ?? 0)
    })
    asked.on('error', (error) => failed(signal.aborted ? new NoAnswer('no answer in time') : error))
    asked.end(body)
  })
}

/** Resolves a name only when all that it resolves to is public. */
const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { all: true }, (error, found) => {
      const [first] = found ?? []
      if (error) return callback(error, [])
      if (!first || !found.every(({ address }) => isPublicAddress(address))) return callback(new NotPublic('a name that is not public'), [])
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
