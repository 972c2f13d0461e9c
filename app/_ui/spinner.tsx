import { classes } from './classes'
import styles from './spinner.module.css'

/** Something is under way. Decorative: say what in words (a busy button keeps its name). */
export function Spinner({ className }: { className?: string }) {
  return <span className={classes(styles.spinner, className)} aria-hidden="true" />
}

const LINES = ['a', 'b', 'c', 'd', 'e', 'f']

/** Up to six grey lines in the place of content that is on its way; `label` tells it to a screen reader. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{label}</span>
      {LINES.slice(0, lines).map((line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  )
}
