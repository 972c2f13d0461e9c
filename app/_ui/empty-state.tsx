import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Kawung } from './kawung'

/** What to see where nothing is yet: why, and what one can do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Kawung className={styles.mark} />
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  )
}
