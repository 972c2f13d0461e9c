import { classes } from './classes'
import styles from './spinner.module.css'

/** Something is under way. Decorative: say what in words (a busy button keeps its name). */
export function Spinner({ className }: { className?: string }) {
  return <span className={classes(styles.spinner, className)} aria-hidden="true" />
}
