import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Kawung } from '@/app/_ui/kawung'
import styles from './brand.module.css'

/** The name and its mark, leading home. */
export function Brand({ href }: { href: string }) {
  const t = useTranslations('umum')
  return (
    <Link className={styles.brand} href={href} prefetch={false}>
      <Kawung className={styles.mark} />
      <span className={styles.name}>{t('nama')}</span>
    </Link>
  )
}
