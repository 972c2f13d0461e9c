import type { ReactNode } from 'react'
import styles from './alert.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const ICONS = { danger: 'alert', attention: 'clock', info: 'info', success: 'check' } as const satisfies Record<string, IconName>

interface Props {
  tone?: keyof typeof ICONS
  title?: string
  /** `alert` interrupts (a refusal), `status` waits its turn, left out says nothing by itself (it was there from the start). */
  role?: 'alert' | 'status'
  children: ReactNode
}

/** A notice in the flow of the page. */
export function Alert({ tone = 'info', title, role, children }: Props) {
  return (
    <div className={classes(styles.alert, styles[tone])} role={role}>
      <Icon name={ICONS[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
