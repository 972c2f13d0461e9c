'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/_ui/icon'
import type { Peran } from '@/lib/domain/pengguna'
import styles from './akun.module.css'

const PARTS = [
  ['/akun', 'dataDiri', 'user'],
  ['/akun/profil', 'profil', 'users'],
  ['/akun/keamanan', 'keamanan', 'shield'],
  ['/akun/kabar', 'kabar', 'bell'],
  ['/akun/data', 'data', 'file'],
] as const

export function AkunNav({ label, peran }: { label: string; peran: Peran | null }) {
  const t = useTranslations('akun.nav')
  const path = usePathname()
  return (
    <nav className={styles.nav} aria-label={label}>
      {PARTS.filter(([, key]) => key !== 'profil' || peran === 'pasien').map(([href, key, icon]) => (
        <Link key={href} href={href} prefetch={false} className={styles.link} aria-current={path === href ? 'page' : undefined}>
          <Icon name={icon} />
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
