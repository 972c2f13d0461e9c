import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classes } from './classes'

/** A sheet of paper on the desk. `tone` colours what waits (attention) or went wrong (danger). */
export function Card({
  tone = 'plain',
  flush,
  className,
  children,
}: {
  tone?: 'plain' | 'sunk' | 'primary' | 'attention' | 'danger'
  flush?: boolean
  className?: string
  children: ReactNode
}) {
  return <div className={classes(styles.card, styles[tone], flush && styles.flush, className)}>{children}</div>
}

/** A part of a page under a heading (h2), with what belongs beside the heading in `aside`. */
export function Section({ title, id, aside, children }: { title: string; id: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
