'use client'

import { type RefObject, useEffect } from 'react'

/**
 * Of all the menu buttons in the log one is a stop of the Tab key: that of the row where the reader is, else the last. The others are reached
 * from row to row. So there are not hundreds of stops between the conversation and where one writes.
 */
export function useOneStop(log: RefObject<HTMLElement | null>, rows: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other buttons
  useEffect(() => {
    const element = log.current
    if (!element) return
    const stopAt = (button: HTMLElement | undefined) => {
      for (const other of element.querySelectorAll<HTMLElement>('[data-pilihan][tabindex="0"]')) if (other !== button) other.tabIndex = -1
      if (button) button.tabIndex = 0
    }
    const buttons = element.querySelectorAll<HTMLElement>('[data-pilihan]')
    const kept = element.querySelector<HTMLElement>('[data-pilihan][tabindex="0"][data-di-sini]')
    stopAt(kept ?? buttons[buttons.length - 1])
    const onFocus = ({ target }: FocusEvent) => {
      const button = (target as Element).closest('[data-key]')?.querySelector<HTMLElement>('[data-pilihan]')
      if (!button) return
      for (const other of element.querySelectorAll<HTMLElement>('[data-di-sini]')) delete other.dataset.diSini
      button.dataset.diSini = ''
      stopAt(button)
    }
    element.addEventListener('focusin', onFocus)
    return () => element.removeEventListener('focusin', onFocus)
  }, [log, rows])
}
