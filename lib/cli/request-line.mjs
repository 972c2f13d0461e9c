/**
 * What a request line may hold that Next.js answers with a redirect to itself, or with 500. Here it becomes a path that names nothing, so that
 * the application answers as it does for every unknown path. Plain JavaScript: server.mjs has no loader.
 */

/** Names nothing: app/api/[[...lain]] answers it in the contract's envelope. */
const UNKNOWN_IN_API = '/api/tidak-ada'
const UNKNOWN_PAGE = '/tidak-ada'

/**
 * The path and query that the application shall see.
 * @param {string} target origin-form, or absolute-form as it is sent to a proxy: a server must take both (RFC 9112, 3.2.2)
 */
export function pathFor(target) {
  const url = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?=\?|$)/, '/')
  const path = url.replace(/[?#].*$/s, '')
  if (/^\/+api(?:[/\\]|$)/.test(path)) return isPlain(path) ? url : UNKNOWN_IN_API
  return isDecodable(path) && !isInner(path) ? url : UNKNOWN_PAGE
}

/** Pages that Next.js keeps for itself (it answers them with 200 or 500), and its image route, which nothing here uses and anybody could make draw. */
const isInner = (/** @type {string} */ path) => /^\/+_(?!next\/)|^\/+_next\/(?:image|data)\b/i.test(path)

/** The one way to write a path of the API: no empty part, no closing slash, nothing that a browser would take for a slash. */
const isPlain = (/** @type {string} */ path) => !/\/\/|\\|.\/$/.test(path) && isDecodable(path)

function isDecodable(/** @type {string} */ path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
