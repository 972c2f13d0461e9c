/**
 * What browsers are told about https for the next two years (RFC 6797), by the settings of this installation; nothing without an https address.
 * Other hosts below this one's name may have no https: only an operator who knows of them includes them.
 * @param {{ NEXTAUTH_URL?: string | undefined; HSTS_SUBDOMAINS?: string | undefined }} settings
 * @returns {Record<string, string>} headers
 */
export function transportSecurity({ NEXTAUTH_URL, HSTS_SUBDOMAINS }) {
  if (!NEXTAUTH_URL?.startsWith('https:')) return {}
  return { 'Strict-Transport-Security': `max-age=63072000${HSTS_SUBDOMAINS === 'on' ? '; includeSubDomains' : ''}` }
}
