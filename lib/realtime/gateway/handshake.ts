import { CLOSURE, type Closure, PROTOCOL_VERSION } from './protocol'

/** Null for a client that may come in, else what it is told: `/app/{key}?protocol=7&client=js&version=8.6.0`. */
export function findHandshakeFault(url: string, key: string): Closure | null {
  const [path = '', query = ''] = url.split('?', 2)
  const app = /^\/app\/([^/]+)\/?$/.exec(path)?.[1]
  if (app === undefined) return CLOSURE.pathNotFound
  if (app !== key && app !== encodeURIComponent(key)) return CLOSURE.unknownKey
  return findVersionFault(new URLSearchParams(query))
}

function findVersionFault(query: URLSearchParams): Closure | null {
  const protocol = query.get('protocol')
  if (!protocol) return CLOSURE.noProtocol
  if (protocol !== String(PROTOCOL_VERSION)) return CLOSURE.unsupportedProtocol
  return isVersion(query.get('version')) ? null : CLOSURE.invalidVersion
}

// The library's version is optional; `7.0`, `8.6.0` and `8.0.0-beta.1` are ones.
function isVersion(version: string | null) {
  return version === null || /^\d+(\.\d+){0,3}([-+][\w.+-]+)?$/.test(version)
}
