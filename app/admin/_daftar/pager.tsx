import { useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import styles from './daftar.module.css'
import type { Filters } from './query'

interface Props {
  path: string
  filters: Filters
  /** Is this not the first page? */
  isLater: boolean
  next: string | null
}

/** On through a list by its cursor, and back to its beginning; the way back between is the browser's. Nothing where all fits on one page. */
export function Pager({ path, filters, isLater, next }: Props) {
  const t = useTranslations('admin.daftar')
  if (!isLater && !next) return null
  return (
    <nav className={styles.pager} aria-label={t('halaman')}>
      {isLater && (
        <LinkButton href={hrefOf(path, filters)} variant="quiet">
          {t('keAwal')}
        </LinkButton>
      )}
      {next && <LinkButton href={hrefOf(path, { ...filters, cursor: next })}>{t('berikutnya')}</LinkButton>}
    </nav>
  )
}
