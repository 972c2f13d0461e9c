/** Plain JavaScript: server.mjs has no loader. */

/**
 * The language of a page that Next.js has no part in: what the reader chose (lib/i18n/preferences.ts), else English where their browser names it before
 * Indonesian, else Indonesian. Browsers name first what they like best.
 * @param {Pick<import('node:http').IncomingMessage, 'headers'>} request
 * @returns {'id' | 'en'}
 */
export function bahasaOf({ headers }) {
  const chosen = /(?:^|;\s*)bahasa=(id|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1]
  const first = chosen ?? /(?:^|,)\s*(id|in|en)\b/i.exec(headers['accept-language'] ?? '')?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'id'
}
