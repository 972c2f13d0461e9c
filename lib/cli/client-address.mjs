import ipaddr from 'ipaddr.js'

/** Where a request came from. Plain JavaScript: server.mjs has no loader. */

/**
 * The address of the client, for the audit log and for limits. Each proxy writes down at the end of `X-Forwarded-For` whom it was asked by; that
 * is believed as long as the one who says it is ours, so what a client wrote itself is never reached.
 * https://owasp.org/www-community/pages/attacks/ip_spoofing_via_http_headers
 * @param {string | undefined} peer the other end of the connection
 * @param {string | string[] | undefined} forwardedFor
 * @param {string[]} trusted addresses and networks of our proxies
 * @returns {string} empty when the connection is gone already
 */
export function clientAddress(peer, forwardedFor, trusted) {
  let address = plain(peer ?? '')
  if (forwardedFor === undefined) return address
  const hops = [forwardedFor]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => plain(hop.trim()))
  while (hops.length > 0 && isTrusted(address, trusted)) {
    const before = hops.pop() ?? ''
    if (!ipaddr.isValid(before)) break
    address = before
  }
  return address
}

/** An IPv4 address inside an IPv6 one is what it is. @param {string} address */
const plain = (address) => (ipaddr.isValid(address) ? ipaddr.process(address).toString() : address)

/** @param {string} address @param {string[]} trusted */
function isTrusted(address, trusted) {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return trusted.map(networkOf).some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
}

/** @param {string} text @returns {[ipaddr.IPv4 | ipaddr.IPv6, number]} */
function networkOf(text) {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
