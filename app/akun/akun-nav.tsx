'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/_ui/icon'
import styles from './akun.module.css'

const PARTS = [
  ['/akun', 'dataDiri', 'user'],
  ['/akun/keamanan', 'keamanan', 'shield'],
  ['/akun/kabar', 'kabar', 'bell'],
  ['/akun/data', 'data', 'file'],
] as const

export function AkunNav({ label }: { label: string }) {
  const t = useTranslations('akun.nav')
  const path = usePathname()
  return (
    <nav className={styles.nav} aria-label={label}>
      {PARTS.map(([href, key, icon]) => (
        <Link key={href} href={href} prefetch={false} className={styles.link} aria-current={path === href ? 'page' : undefined}>
          <Icon name={icon} />
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
