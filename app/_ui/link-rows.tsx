import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { LinkPending } from './link-pending'
import styles from './link-rows.module.css'

/** A sheet of rows that each lead somewhere. */
export const LinkRows = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

/** One of them; `className` says where in its grid everything stands. */
export const LinkRow = ({ className, children, ...link }: ComponentProps<typeof Link>) => (
  <li>
    <Link prefetch={false} className={classes(styles.row, className)} {...link}>
      {children}
      <LinkPending />
    </Link>
  </li>
)
