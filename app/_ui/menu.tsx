'use client'

import { DropdownMenu as Radix } from 'radix-ui'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import styles from './menu.module.css'

interface MenuProps {
  /** The button that opens it, with a name of its own. */
  trigger: ReactNode
  /** Left out, the menu opens and closes by itself. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Prevent its default when the focus goes elsewhere than back to the button. */
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

/** A menu that a button opens. Not modal: that would hide the page from screen readers and leave its buttons in reach of the keyboard. */
export function Menu({ trigger, open, onOpenChange, onCloseAutoFocus, children }: MenuProps) {
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          onKeyDown={alongARow}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ItemProps {
  icon?: IconName
  danger?: boolean
  disabled?: boolean
  onSelect?: (event: Event) => void
  children: ReactNode
}

export const MenuItem = ({ icon, danger, children, ...rest }: ItemProps) => (
  <Radix.Item className={styles.item} data-danger={danger || undefined} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </Radix.Item>
)

/** Something that is on or off; the menu stays open, so that one sees what it did. */
export const MenuCheckbox = ({
  checked,
  onChange,
  children,
}: {
  checked: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}) => (
  <Radix.CheckboxItem className={styles.item} checked={checked} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
    <span className={styles.box} aria-hidden="true">
      {checked && <Icon name="check" />}
    </span>
    {children}
  </Radix.CheckboxItem>
)

/** One of several signs, two in a row; the arrow keys to the sides work too. `value` is the chosen one, '' for none. */
export const MenuChoices = ({ label, value, children }: { label: string; value: string; children: ReactNode }) => (
  <Radix.RadioGroup className={styles.choices} aria-label={label} value={value}>
    {children}
  </Radix.RadioGroup>
)

export const MenuChoice = ({
  value,
  sign,
  onSelect,
  children,
}: {
  value: string
  sign: string
  onSelect: () => void
  children: ReactNode
}) => (
  <Radix.RadioItem className={styles.choice} value={value} onSelect={onSelect}>
    <span className={styles.sign} aria-hidden="true">
      {sign}
    </span>
    {children}
  </Radix.RadioItem>
)

/** Radix goes through a menu up and down only; where items stand beside each other, left and right lead to the neighbour. */
function alongARow(event: KeyboardEvent<HTMLElement>) {
  const item = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('[role=menuitemradio]')
  const side = event.key === 'ArrowRight' ? 'nextElementSibling' : event.key === 'ArrowLeft' ? 'previousElementSibling' : null
  const neighbour = item && side ? item[side] : null
  if (neighbour instanceof HTMLElement) neighbour.focus()
}

/** Words in a menu that are no choice: whose account this is. */
export const MenuLabel = ({ children }: { children: ReactNode }) => <Radix.Label className={styles.label}>{children}</Radix.Label>

export const MenuSeparator = () => <Radix.Separator className={styles.separator} />
