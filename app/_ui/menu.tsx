'use client'

import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import styles from './menu.module.css'

/** A menu that a button opens. `trigger` is that button, with a name of its own. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} align="end" sideOffset={6} collisionPadding={8}>
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

/** Words in a menu that are no choice: whose account this is. */
export const MenuLabel = ({ children }: { children: ReactNode }) => <Radix.Label className={styles.label}>{children}</Radix.Label>

export const MenuSeparator = () => <Radix.Separator className={styles.separator} />
