import Link from 'next/link'
import { LinkPending } from '@/app/_ui/link-pending'
import styles from './daftar.module.css'

interface Tab {
  readonly label: string
  readonly href: string
  readonly open: boolean
}

/** The choices of one filter, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ label, href, open }) => (
        <Link key={href} className={styles.tab} href={href} prefetch={false} aria-current={open ? 'page' : undefined}>
          {label}
          <LinkPending />
        </Link>
      ))}
    </nav>
  )
}
