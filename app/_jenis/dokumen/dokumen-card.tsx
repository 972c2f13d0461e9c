'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import fileStyles from '@/app/_jenis/file/file-card.module.css'
import { type BodyProps, viewedDokumen } from '@/app/_jenis/shared/shown'
import { useLookHere } from '@/app/_jenis/viewer/viewer-context'
import { LinkButton } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import styles from './dokumen-card.module.css'
import { Inti } from './inti'

/**
 * What a dokter issued: which it is, whether it still holds or why not, and for its pasien what to do. It opens as it is printed: here, page by page, else as a file
 * in a tab that knows nothing of this one.
 */
export function DokumenCard({ shown: { id, jenis, nomor, versi, status, alasan: sebab }, alasan }: BodyProps<'dokumen'>) {
  const t = useTranslations('lampiran.dokumen')
  const [, wing] = usePathname().split('/')
  const viewed = viewedDokumen({ id, nama: `${t(`jenis.${jenis}`)} ${nomor}` }, alasan)
  const here = useLookHere(viewed)
  return (
    <div className={styles.stack}>
      <a className={fileStyles.card} href={viewed.shown.src} target="_blank" rel="noopener noreferrer" {...here}>
        <span className={fileStyles.icon}>
          <Icon name="file" />
        </span>
        <span className={fileStyles.words}>
          <span className={fileStyles.name}>{t(`jenis.${jenis}`)}</span>
          <span className={fileStyles.facts}>
            {[nomor, versi > 1 ? t('versi', { versi }) : null, t(`status.${status}`)].filter(Boolean).join(' · ')}{' '}
            <span className="visually-hidden">{t(here ? 'diSini' : 'tabBaru')}</span>
          </span>
        </span>
      </a>
      {sebab && (
        <p className={styles.why} dir="auto" translate="yes">
          {t('sebab', { alasan: sebab })}
        </p>
      )}
      {wing === 'pasien' && status === 'berlaku' && <Inti id={id} />}
      {(wing === 'pasien' || wing === 'dokter') && (
        <div>
          <LinkButton size="sm" href={`/${wing}/dokumen/${id}`}>
            {t('rincian')} <span className="visually-hidden">{nomor}</span>
          </LinkButton>
        </div>
      )}
    </div>
  )
}
