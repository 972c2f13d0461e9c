/** What this page would lose if it were loaded anew: chosen photos, a recording. */
let holds = 0

/** This page must not be loaded anew until the returned function is called. */
export function holdPage(): () => void {
  holds++
  return () => {
    holds--
  }
}

/** Would something be lost with this page that no other place has? */
export const isHeld = (): boolean => holds > 0

/** Could this page be loaded anew without anybody losing a word? Not while something is written, chosen, recorded, played or open. */
export function isQuiet(): boolean {
  if (holds > 0 || !navigator.onLine || document.querySelector('dialog[open]')) return false
  const isPlaying = [...document.querySelectorAll('audio')].some(({ paused }) => !paused)
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type=range], [type=hidden])')
  return !isPlaying && [...fields].every(isUntouched)
}

const isUntouched = (field: HTMLInputElement | HTMLTextAreaElement) =>
  'checked' in field && /^(checkbox|radio)$/.test(field.type) ? field.checked === field.defaultChecked : field.value === field.defaultValue
