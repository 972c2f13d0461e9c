import { classes } from './classes'
import styles from './kawung.module.css'

/** One petal, standing on the middle of a square of 48, pointing up. */
const PETAL = 'M24 22.2c-4.6-3.6-6.6-7.4-6.6-11.2C17.4 6.6 20.3 3 24 3s6.6 3.6 6.6 8c0 3.8-2 7.6-6.6 11.2Z'

/**
 * The mark of Sapa: a flower of kawung, the batik of four palm fruits around a centre, turned upright so that it is the cross of a clinic too.
 * One of the petals is lit: somebody speaks.
 */
export function Kawung({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {[0, 90, 180, 270].map((turn) => (
        <path key={turn} d={PETAL} transform={`rotate(${turn} 24 24)`} className={turn === 90 ? styles.lit : styles.petal} />
      ))}
    </svg>
  )
}

/** The same flowers as a cloth behind something; its container is positioned and isolated. */
export const KawungPattern = ({ className }: { className?: string }) => (
  <span className={classes(styles.pattern, className)} aria-hidden="true" />
)
