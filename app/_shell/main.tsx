import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './shell.module.css'

/** The first stop of the Tab key. */
export function SkipLink() {
  const t = useTranslations('umum')
  return (
    <a className={styles.skip} href="#isi">
      {t('langsungKeIsi')}
    </a>
  )
}

export const Main = ({ children }: { children: ReactNode }) => (
  <main className={styles.main} id="isi" tabIndex={-1}>
    {children}
  </main>
)
