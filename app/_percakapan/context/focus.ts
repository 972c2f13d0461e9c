/** Marks the textbox of a conversation. A page may keep several of them, and shows one. */
export const COMPOSER = { 'data-tulis': '' } as const

/** Marks what stands in the composer's place after the end. */
export const END = { 'data-akhir': '' } as const

/** Where a mouse or keys are used: on a phone the focus in a textbox would bring up the keyboard. */
export const hasOwnKeys = () => !matchMedia('(pointer: coarse)').matches

/** What had the focus is gone, or is going with its dialog. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.closest('dialog') !== null
}

/** When what had the focus is gone, it goes on at what stands below the conversation now; later, until what was pressed has been taken away. */
export const focusFootLater = () =>
  setTimeout(() => {
    if (!isFocusLost()) return
    const end = shown(END)
    if (end) end.focus({ preventScroll: true })
    else if (hasOwnKeys()) focusComposer()
  })

/** To where one writes; nowhere when the konsultasi has ended. */
export const focusComposer = () => shown(COMPOSER)?.focus()

/** Until another conversation is here nothing is typed into the one that is left. */
export function leaveComposer() {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement === shown(COMPOSER)) activeElement.blur()
}

/** The one that is not of a conversation which is only kept. */
const shown = (mark: typeof COMPOSER | typeof END): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[${Object.keys(mark)[0]}]`)].find((element) => element.getClientRects().length > 0)
