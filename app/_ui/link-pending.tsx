'use client'

import { useLinkStatus } from 'next/link'
import styles from './link-pending.module.css'

/** Inside a `<Link>`: a thin bar under it while the next page is on its way. Takes no room. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return <span className={styles.bar} data-pending={pending || undefined} aria-hidden="true" />
}
