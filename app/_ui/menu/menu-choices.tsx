'use client'

import { type ReactNode, useContext } from 'react'
import { Close, ITEM } from './menu'
import styles from './menu.module.css'

/** One of several signs, two in a row; the arrow keys to the sides work too. */
export const MenuChoices = ({ label, children }: { label: string; children: ReactNode }) => (
  <fieldset className={styles.choices} aria-label={label}>
    {children}
  </fieldset>
)

interface ChoiceProps {
  sign: string
  checked: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuChoice({ sign, checked, onSelect, children }: ChoiceProps) {
  const close = useContext(Close)
  const select = () => {
    close()
    onSelect()
  }
  return (
    <button {...ITEM} role="menuitemradio" aria-checked={checked} className={styles.choice} onClick={select}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <span>{children}</span>
    </button>
  )
}
