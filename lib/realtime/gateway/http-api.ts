import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from './api-error'
import type { Hub } from './hub'
import { parseJson } from './protocol'
import { RESOURCES, type Resource } from './resources'
import { findSignatureFault, isBodyDigest } from './signature'

/** Answers the signed HTTP API under `/apps/{id}`. Never throws, and keeps nothing of a body that was not signed. */
export async function answerRequest(hub: Hub, request: IncomingMessage, response: ServerResponse) {
  try {
    send(response, 200, 'application/json', JSON.stringify(await perform(hub, request)))
  } catch (error) {
    refuse(hub, response, error)
  }
}

async function perform(hub: Hub, request: IncomingMessage) {
  const { appId, limits } = hub.settings
  const [path = '', search = ''] = (request.url ?? '').split('?', 2)
  const { resource, name } = findResource(appId, request.method ?? '', path)
  const pairs = readPairs(search)
  // The signature covers the body's digest, so a stranger is refused before we read what he sends.
  const fault = findSignatureFault(hub.settings, resource.method, path, pairs)
  if (fault) throw new ApiError(401, fault)
  const query = new Map(pairs)
  const body = await readBody(request, limits.bodyBytes)
  if (!isBodyDigest(query.get('body_md5'), body)) throw new ApiError(401, 'Invalid body_md5')
  return resource.answer({ hub, name, query, body: parseJson(body.toString()) })
}

function findResource(appId: string, method: string, path: string) {
  const prefix = `/apps/${encodeURIComponent(appId)}`
  const rest = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : ''
  const known = RESOURCES.filter((resource) => resource.path.test(rest))
  if (known.length === 0) throw new ApiError(404, 'Not found')
  const resource = known.find((candidate) => candidate.method === method)
  if (!resource) throw new ApiError(405, 'Method not allowed', { Allow: known.map((candidate) => candidate.method).join(', ') })
  return { resource, name: nameIn(resource, rest) }
}

function nameIn(resource: Resource, path: string) {
  return decode(resource.path.exec(path)?.[1] ?? '')
}

// The official libraries sign the values as they are and leave encoding to the HTTP client; a plus stays a plus.
function readPairs(search: string): [string, string][] {
  const parts = search.split('&').filter((part) => part !== '')
  return parts.map((part) => {
    const at = part.indexOf('=')
    return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]
  })
}

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ApiError(400, 'Malformed URL')
  }
}

// What is too much is read to its end without being kept, so that the sender can hear why; within reason and within the request's time.
async function readBody(request: IncomingMessage, limit: number) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    if (size > limit * 16) break
  }
  if (size > limit) throw new ApiError(413, `Body exceeds the allowed maximum (${limit} bytes)`)
  return Buffer.concat(chunks)
}

function refuse(hub: Hub, response: ServerResponse, error: unknown) {
  if (response.destroyed) return
  if (error instanceof ApiError) return refuseAsKnown(response, error)
  hub.settings.log('realtime request failed', { name: error instanceof Error ? error.name : typeof error })
  send(response, 500, 'text/plain', 'Internal error\n')
}

// A body that we did not read makes the socket useless for another request.
function refuseAsKnown(response: ServerResponse, { status, message, headers }: ApiError) {
  if (!response.req.complete) response.setHeader('Connection', 'close')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  send(response, status, 'text/plain', `${message}\n`)
}

function send(response: ServerResponse, status: number, type: string, text: string) {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(text)
}
