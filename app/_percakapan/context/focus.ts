/** The textbox of the one conversation on a page. */
export const COMPOSER_ID = 'tulis-pesan'

/** What stands in the composer's place after the end. */
export const END_ID = 'akhir-konsultasi'

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
    const end = document.getElementById(END_ID)
    if (end) end.focus({ preventScroll: true })
    else if (hasOwnKeys()) focusComposer()
  })

/** To where one writes; nowhere when the konsultasi has ended. */
export const focusComposer = () => document.getElementById(COMPOSER_ID)?.focus()
