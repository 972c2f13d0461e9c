import ipaddr from 'ipaddr.js'

/** The address of the client, as the web server in front of everything found it (lib/cli/client-address.mjs): what a client sends by this name is overwritten. */
export const ADDRESS_HEADER = 'x-sapa-alamat'

/** Bits of an IPv6 address that name one customer: the rest is theirs to choose (RFC 6177). */
const IPV6_BITS = 64

/** What limits count as one place: an IPv4 address, or the network of an IPv6 one. Empty when nobody knows. */
export function networkOf(alamat: string | null): string {
  if (!alamat || !ipaddr.isValid(alamat)) return alamat ?? ''
  const address = ipaddr.process(alamat)
  return address.kind() === 'ipv4' ? address.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_BITS}`).toString()
}
