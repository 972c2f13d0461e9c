/** The textbox of the one conversation on a page. */
export const COMPOSER_ID = 'tulis-pesan'

/** To where one writes; nowhere when the konsultasi has ended. */
export const focusComposer = () => document.getElementById(COMPOSER_ID)?.focus()
