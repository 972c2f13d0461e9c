'use client'

import {
  cloneElement,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useState,
} from 'react'
import { Button } from '@/app/_ui/button'
import styles from './dialog.module.css'
import { Modal } from './modal'

type Clickable = ReactElement<{ onClick?: (event: MouseEvent<HTMLElement>) => void; 'aria-haspopup'?: 'dialog' }>

interface Props {
  title: string
  description?: ReactNode
  closeLabel: string
  /** The button that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: Clickable
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** After it has gone and the focus is back where it was: for what moves the focus on. */
  onClosed?: () => void
  children: ReactNode
}

/** What the page behind has to say while a dialog of its own stands before it. */
export const BehindDialog = createContext<ReactNode>(null)

const Close = createContext<() => void>(() => {})

/** A modal dialog: holds the focus, closes with Escape, gives the focus back. `children` usually is a form that ends in `<DialogActions>`. */
export function Dialog({ trigger, open: wanted, onOpenChange, ...content }: Props) {
  const [own, setOwn] = useState(false)
  const change = (open: boolean) => {
    setOwn(open)
    onOpenChange?.(open)
  }
  const openFrom = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // Safari gives no focus to a button that is clicked, and it must come back there.
    currentTarget.focus()
    change(true)
  }
  return (
    <>
      {trigger && cloneElement(trigger, { onClick: openFrom, 'aria-haspopup': 'dialog' })}
      {(wanted ?? own) && <OpenDialog {...content} close={() => change(false)} />}
    </>
  )
}

type OpenProps = Omit<Props, 'trigger' | 'open' | 'onOpenChange'> & { close: () => void }

function OpenDialog({ title, description, closeLabel, close, onClosed, children }: OpenProps) {
  const id = useId()
  const behind = useContext(BehindDialog)
  const [titleId, descriptionId] = [`${id}judul`, `${id}uraian`]
  return (
    <Modal
      className={styles.scrim}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onClose={close}
      onClosed={onClosed}
      onKeyDown={submitAtCtrlEnter}
    >
      <div className={styles.dialog}>
        <div className={styles.head}>
          <h2 className={styles.title} id={titleId}>
            {title}
          </h2>
          <Button variant="quiet" size="sm" icon="close" iconOnly onClick={close}>
            {closeLabel}
          </Button>
        </div>
        {description && (
          <p className={styles.description} id={descriptionId}>
            {description}
          </p>
        )}
        {behind}
        <Close value={close}>{children}</Close>
      </div>
    </Modal>
  )
}

/** From several lines of text, where Enter begins another one. By its button: a busy one answers no more. */
function submitAtCtrlEnter({ key, ctrlKey, metaKey, target }: KeyboardEvent) {
  if (key === 'Enter' && (ctrlKey || metaKey) && target instanceof HTMLTextAreaElement)
    target.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
}

/** The buttons of a dialog, the one that acts last. */
export const DialogActions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>

/** Around a button that closes the dialog. */
export const DialogClose = ({ children }: { children: Clickable }) => cloneElement(children, { onClick: useContext(Close) })
