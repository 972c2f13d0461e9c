import ipaddr from 'ipaddr.js'

/**
 * Addresses that users give us lead to public hosts only: no loopback, private, link-local or otherwise special address, in whatever notation
 * (https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html). A name is checked here by what
 * it says, and again by what it resolves to when it is connected to.
 */

/** All of IPv6 that is given out to the public so far (RFC 4291, 2.4), without the ways to wrap an IPv4 address into one. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')

/** May we connect to this IP address? An IPv4 address inside an IPv6 one counts as what it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6)
}

/** Names of this machine or this network: RFC 6761, RFC 6762, RFC 8375, and what routers and clouds use. */
const LOCAL_NAME = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/

/** An absolute https address of a public host at the port of https, as far as its text can tell: other ports belong to other services. */
export function isPublicHttps(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hostname, port } = new URL(text)
  if (protocol !== 'https:' || username || password || port) return false
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return isPublicAddress(host)
  return host.includes('.') && !LOCAL_NAME.test(host)
}
