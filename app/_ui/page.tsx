import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './page.module.css'

/** The column of a page: its heading (the only h1), what stands beside it, and its parts below one another. */
export function Page({
  title,
  lead,
  actions,
  narrow,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
