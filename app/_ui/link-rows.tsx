import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { LinkPending } from './link-pending'
import styles from './link-rows.module.css'

type PointerHandlers = Pick<ComponentProps<'ul'>, 'onPointerMove' | 'onPointerDown' | 'onPointerLeave' | 'onPointerCancel'>

/** A sheet of rows that each lead somewhere. */
export const LinkRows = ({ label, children, ...handlers }: { label?: string; children: ReactNode } & PointerHandlers) => (
  <ul {...handlers} className={styles.rows} aria-label={label}>
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
