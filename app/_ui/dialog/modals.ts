import { createListeners } from '@/lib/client/page/listeners'

const listeners = createListeners()
/** The last one stands before the others. */
const standing: HTMLElement[] = []

/** Does a modal stand before the page, so that nobody sees what happens in it? */
export const isBehindModal = (): boolean => standing.length > 0

/** The one before all others; null when there is none. What must be seen and pressed in any case belongs into it: the page behind is inert. */
export const foremostModal = (): HTMLElement | null => standing.at(-1) ?? null

/** Hears that one has come or gone, until the returned function is called. */
export const onModals = listeners.hear

/** This one stands now, until the returned function is called. */
export function modalOpened(modal: HTMLElement): () => void {
  standing.push(modal)
  tellLater()
  return () => {
    standing.splice(standing.indexOf(modal), 1)
    tellLater()
  }
}

/** Later: one that takes another's place leaves no moment in between. */
const tellLater = () => queueMicrotask(listeners.tell)
