'use client'

import {
  cloneElement,
  createContext,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useContext,
  useId,
  useRef,
  useState,
} from 'react'
import { Icon, type IconName } from '@/app/_ui/icon'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import styles from './menu.module.css'

const panel = later(() => import('./menu-panel').then((part) => part.MenuPanel))

interface TriggerProps {
  id?: string
  ref?: Ref<HTMLButtonElement>
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onClick?: (event: MouseEvent<HTMLElement>) => void
}

interface MenuProps {
  /** The button that opens it, with a name of its own. */
  trigger: ReactElement<TriggerProps>
  children: ReactNode
}

/** Closes the menu, with the focus back on its button. */
export const Close = createContext<() => void>(() => {})

/** A menu that a button opens. Not modal: that would hide the page from screen readers and leave its buttons in reach of the keyboard. */
export function Menu({ trigger, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const byKeyboard = useRef(true)
  const [open, setOpen] = useState(false)
  const close = () => {
    button.current?.focus({ preventScroll: true })
    setOpen(false)
  }
  const onClick = ({ detail }: MouseEvent) => {
    byKeyboard.current = detail === 0
    setOpen(!open)
  }
  return (
    <>
      {cloneElement(trigger, { id, ref: button, 'aria-haspopup': 'menu', 'aria-expanded': open, onClick })}
      {open && (
        <LaterPart of={panel} onFailed={close} labelledBy={id} button={button} intoFirst={byKeyboard} close={close}>
          <Close value={close}>{children}</Close>
        </LaterPart>
      )}
    </>
  )
}

interface ItemProps {
  icon?: IconName
  danger?: boolean
  disabled?: boolean
  /** Heard when the menu has closed and the focus is on its button: it may take the focus elsewhere. */
  onSelect?: () => void
  children: ReactNode
}

export function MenuItem({ icon, danger, disabled, onSelect, children }: ItemProps) {
  const close = useContext(Close)
  const select = () => {
    close()
    onSelect?.()
  }
  return (
    <button {...ITEM} role="menuitem" className={styles.item} data-danger={danger || undefined} disabled={disabled} onClick={select}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

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
  <button {...ITEM} role="menuitemcheckbox" aria-checked={checked} className={styles.item} onClick={() => onChange(!checked)}>
    <span className={styles.box} aria-hidden="true">
      {checked && <Icon name="check" />}
    </span>
    <span>{children}</span>
  </button>
)

/** Words in a menu that are no choice: whose account this is. */
export const MenuLabel = ({ children }: { children: ReactNode }) => <div className={styles.label}>{children}</div>

export const MenuSeparator = () => <hr className={styles.separator} />

/** Where the mouse is, there the focus is too: only one item looks chosen. */
export const ITEM = {
  type: 'button',
  tabIndex: -1,
  onPointerMove: ({ pointerType, currentTarget }: PointerEvent<HTMLElement>) => {
    if (pointerType === 'mouse' && document.activeElement !== currentTarget) currentTarget.focus({ preventScroll: true })
  },
} as const
