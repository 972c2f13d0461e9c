/** Somebody is on the way to another page: nothing may take them back. */
let isLeaving = false

/**
 * Here every link opens its page anew, until the returned function is called: that is answered from this device at once, where a change of
 * page within the application would first have to fail.
 */
export function openLinksAfresh(): () => void {
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain || link.target || link.download || link.hash || link.origin !== location.origin) return
    event.preventDefault()
    isLeaving = true
    location.assign(link.href)
  }
  document.addEventListener('click', open, true)
  return () => document.removeEventListener('click', open, true)
}

/** With a network the real page comes in the place of this one, until the returned function is called. */
export function reloadWhenOnline(): () => void {
  const reload = () => {
    if (!isLeaving) location.reload()
  }
  addEventListener('online', reload)
  return () => removeEventListener('online', reload)
}
