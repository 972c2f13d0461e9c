import { createListeners } from '@/lib/client/page/listeners'

const listeners = createListeners()
let standing = 0

/** Does a modal stand before the page, so that nobody sees what happens in it? */
export const isBehindModal = (): boolean => standing > 0

/** Hears that one has come or gone, until the returned function is called. */
export const onModals = listeners.hear

/** One stands now, until the returned function is called. */
export function modalOpened(): () => void {
  change(1)
  return () => change(-1)
}

function change(by: number) {
  standing += by
  // Later: one that takes another's place leaves no moment in between.
  queueMicrotask(listeners.tell)
}
