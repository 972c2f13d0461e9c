'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Icon, type IconName } from '@/app/_ui/icon'
import { LinkPending } from '@/app/_ui/link-pending'
import styles from './shell.module.css'

export interface NavLink {
  href: string
  label: string
  icon: IconName
  /** On a phone only its icon is drawn. */
  compact?: boolean
}

/** The links of a wing; the one that is open is marked, also from pages below it. The first is the wing's home. */
export function NavLinks({ label, links }: { label: string; links: readonly NavLink[] }) {
  const path = usePathname()
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path marks another link
  useEffect(() => {
    if (nav.current) showOpen(nav.current)
  }, [path])
  const isOpen = ({ href }: NavLink) => path === href || (href !== links[0]?.href && path.startsWith(`${href}/`))
  return (
    <nav ref={nav} className={styles.nav} aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          prefetch={false}
          className={styles.link}
          data-compact={link.compact || undefined}
          aria-current={isOpen(link) ? (path === link.href ? 'page' : 'true') : undefined}
        >
          <Icon name={link.icon} />
          <span>{link.label}</span>
          <LinkPending />
        </Link>
      ))}
    </nav>
  )
}

/** On a phone the links of an admin are wider than the screen: the one that is open goes to the middle. */
function showOpen(nav: HTMLElement): void {
  const open = nav.querySelector('[aria-current]')?.getBoundingClientRect()
  const room = nav.getBoundingClientRect()
  if (open) nav.scrollLeft += open.left + open.width / 2 - room.left - room.width / 2
}
