import { createHash } from 'node:crypto'

/** A weak validator over what an answer depends on: it changes whenever any of it does. RFC 9110, 8.8.3. */
export const etagOf = (...parts: unknown[]): string => `W/"${createHash('sha1').update(JSON.stringify(parts)).digest('base64url')}"`

/** Headers of an answer that may be kept, but never shown without asking whether it still holds. */
export const revalidated = (etag: string) => ({ ETag: etag, 'Cache-Control': 'private, no-cache' })

/** Does an `If-None-Match` (a list, compared weakly, or `*`) name this validator? RFC 9110, 13.1.2. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (!ifNoneMatch) return false
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag))
}
