/** The count of unread pesan where one sees it without looking at the page: in its title, its icon, and on the installed application. */

const PLAIN_ICON = '/favicon.svg'
const BADGED_ICON = '/favicon-kabar.svg'

/** Shows the count until the returned function is called; whatever writes the title or the icon anew meanwhile gets it too. */
export function showPageBadge(count: number): () => void {
  const write = () => writeBadge(count)
  const observer = new MutationObserver(write)
  write()
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}

export function writeBadge(count: number): void {
  const title = badgedTitle(document.title, count)
  if (document.title !== title) document.title = title
  for (const icon of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"][type="image/svg+xml"]')) {
    const href = count > 0 ? BADGED_ICON : PLAIN_ICON
    if (icon.getAttribute('href') !== href) icon.setAttribute('href', href)
  }
}

/** `(3) Konsultasi · Sapa`; a count that stood there before is replaced. */
export const badgedTitle = (title: string, count: number): string => (count > 0 ? `(${count}) ` : '') + title.replace(/^\(\d+\) /, '')

/** On the icon of the installed application, where the system has a place for it. */
export function showAppBadge(count: number): void {
  void navigator.setAppBadge?.(count).catch(() => undefined)
}
