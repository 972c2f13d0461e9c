import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Brand } from '@/app/_shell/brand'
import { LanguageSwitch } from '@/app/_shell/language-switch'
import { Main, SkipLink } from '@/app/_shell/main'
import { Texts } from '@/app/_shell/texts'
import { DoorLinks } from './door-links'
import styles from './publik.module.css'

/** The frame of the pages that need no account. */
export default function PublikLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('publik')
  return (
    <Texts of={['publik']}>
      <div className={styles.frame}>
        <SkipLink />
        <header className={styles.header}>
          <Brand href="/" />
          <div className={styles.doors}>
            <LanguageSwitch />
            <DoorLinks />
          </div>
        </header>
        <Main>{children}</Main>
        <footer className={styles.footer}>
          <p>{t('kaki')}</p>
        </footer>
      </div>
    </Texts>
  )
}
