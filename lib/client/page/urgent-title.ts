/** Marks the page's title until the returned function is called: something in it cannot wait. Behind the count, where there is one. */
export function showUrgentTitle(): () => void {
  const write = () => {
    const title = urgentTitle(document.title, true)
    if (document.title !== title) document.title = title
  }
  const observer = new MutationObserver(write)
  write()
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    document.title = urgentTitle(document.title, false)
  }
}

/** `(3) ❗ Budi · Sapa` */
export const urgentTitle = (title: string, urgent: boolean): string => title.replace(/^(\(\d+\) )?(❗ )?/, urgent ? '$1❗ ' : '$1')
