import type { ReactNode } from 'react'
import styles from './button.module.css'
import { classes } from './classes'

/*
 * Buttons of the pages that come along with every other one, in case it breaks or is not there: what these need, each reader pays for at each
 * page. So they have no icons, and a link loads its page anew, which is right where something broke.
 */

const LOOK = classes(styles.button, styles.md)

export const PlainButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className={classes(LOOK, styles.primary)} onClick={onClick}>
    {children}
  </button>
)

export const PlainLink = ({ href, primary, children }: { href: string; primary?: boolean; children: ReactNode }) => (
  <a className={classes(LOOK, primary ? styles.primary : styles.secondary)} href={href}>
    {children}
  </a>
)
