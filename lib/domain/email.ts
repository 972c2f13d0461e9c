/** What RFC 5321 lets an address be, without quotation marks and address literals, which no clinic's pasien has. */
export const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** A host of letters; nothing that would mean anything else in a URL. Asked apart from whether one is beyond ASCII: together they backtrack. */
const HOST = /^[\p{L}\p{M}\p{N}.-]+$/u
const FOREIGN = /[^\p{ASCII}]/u

/** Characters of a host: RFC 1035, 2.3.4. What is longer is no address, and is not worth the work of turning it into one. */
const HOST_MAX = 253

/**
 * An address as it is kept: trimmed, in lower case, a host like `münchen.de` as DNS knows it (`xn--mnchen-3ya.de`), so that both spellings are
 * one account and every mail server can be given it. Letters beyond ASCII before the `@` stay, and are no address to us: it takes a mail
 * server that speaks RFC 6531 at every hop, and somebody who cannot be written to cannot get back in.
 */
export function emailOf(typed: string): string {
  const email = typed.trim().toLowerCase()
  const at = email.lastIndexOf('@')
  const host = email.slice(at + 1)
  const isForeign = host.length <= HOST_MAX && FOREIGN.test(host) && HOST.test(host)
  return at < 0 || !isForeign ? email : `${email.slice(0, at)}@${asciiHost(host) ?? host}`
}

function asciiHost(host: string): string | null {
  const url = `http://${host}/`
  return URL.canParse(url) ? new URL(url).hostname : null
}
