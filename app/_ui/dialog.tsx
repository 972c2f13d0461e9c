'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './dialog.module.css'

interface Props {
  title: string
  description?: ReactNode
  closeLabel: string
  /** The button that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Prevent its default when the focus goes elsewhere than back to where it was. */
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

/** A modal dialog: holds the focus, closes with Escape, gives the focus back. `children` usually is a form that ends in `<DialogActions>`. */
export function Dialog({ title, description, closeLabel, trigger, open, onOpenChange, onCloseAutoFocus, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim}>
          <Radix.Content
            className={styles.dialog}
            onCloseAutoFocus={onCloseAutoFocus}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <div className={styles.head}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              <Radix.Close asChild>
                <Button variant="quiet" size="sm" icon="close" iconOnly>
                  {closeLabel}
                </Button>
              </Radix.Close>
            </div>
            {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The buttons of a dialog, the one that acts last. */
export const DialogActions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>

/** Around a button that closes the dialog. */
export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>
