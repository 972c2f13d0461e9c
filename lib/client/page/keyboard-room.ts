/** What of the page a phone shows (`visualViewport`), in CSS pixels. */
interface Shown {
  readonly height: number
  readonly scale: number
}

/** Toolbars come and go by less than this; a keyboard is higher. */
const KEYBOARD = 80

/**
 * The room from `top` down to a keyboard that lies over the page; null while none does. `inner` is the height of the page without it.
 * A page that its reader has enlarged counts as it is laid out, not as it is seen.
 */
export function roomAboveKeyboard({ height, scale }: Shown, inner: number, top: number): number | null {
  const seen = height * scale
  return inner - seen > KEYBOARD ? Math.max(0, Math.floor(seen - Math.max(0, top))) : null
}

/** Safari moves the whole page up to show a textbox behind the keyboard; where there is room above it, that only hides what is read. */
export const isMovedUp = ({ scale, offsetTop }: { readonly scale: number; readonly offsetTop: number }, scrolled: number): boolean =>
  Math.abs(scale - 1) < 0.01 && (offsetTop > 0 || scrolled > 0)

/** Gives `frame` the room that a keyboard leaves it, from now on until the returned function is called. */
export function keepAboveKeyboard(viewport: VisualViewport, frame: HTMLElement): () => void {
  const measure = () => {
    const isCovered = roomAboveKeyboard(viewport, window.innerHeight, 0) !== null
    if (isCovered && isMovedUp(viewport, window.scrollY)) window.scrollTo(0, 0)
    const room = roomAboveKeyboard(viewport, window.innerHeight, frame.getBoundingClientRect().top)
    if (room === null) frame.style.removeProperty('--room')
    else frame.style.setProperty('--room', `${room}px`)
  }
  measure()
  viewport.addEventListener('resize', measure)
  viewport.addEventListener('scroll', measure)
  return () => {
    viewport.removeEventListener('resize', measure)
    viewport.removeEventListener('scroll', measure)
  }
}
