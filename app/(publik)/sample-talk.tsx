import { useTranslations } from 'next-intl'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { KawungPattern } from '@/app/_ui/kawung'
import styles from './sample-talk.module.css'

/** A picture of a conversation, made of text. Invented, and for the eyes only. */
export function SampleTalk() {
  const t = useTranslations('publik.beranda.contoh')
  return (
    <div className={styles.cloth} aria-hidden="true">
      <KawungPattern className={styles.pattern} />
      <div className={styles.talk}>
        <div className={styles.head}>
          <Avatar name={t('dokter')} />
          <div>
            <div className={styles.name}>{t('dokter')}</div>
            <div className={styles.detail}>{t('spesialisasi')}</div>
          </div>
        </div>
        <p className={styles.theirs}>{t('satu')}</p>
        <p className={styles.own}>{t('dua')}</p>
        <p className={styles.read}>
          <Icon name="checks" /> {t('waktu')}
        </p>
        <p className={styles.theirs}>{t('tiga')}</p>
      </div>
    </div>
  )
}
