'use client'

import { useTranslations } from 'next-intl'
import { END_ID } from '@/app/_percakapan/context/focus'
import { useLawan, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import styles from '@/app/_percakapan/percakapan.module.css'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { UnsentDraft } from './unsent-draft'

/** In the place of the composer: why nothing more can be written here, the last word, and for one that never began another try. */
export function EndNote() {
  const t = useTranslations('percakapan.akhir')
  const { saya } = usePercakapan()
  const lawan = useLawan()
  const status = useThread((snapshot) => snapshot.thread.status)
  const { id, catatan_penutup, alasan, selesai_pada } = useThread((snapshot) => snapshot.konsultasi)
  const note = catatan_penutup ?? alasan
  return (
    <section id={END_ID} tabIndex={-1} className={styles.panel} aria-label={t('nama')}>
      <p className={styles.endTitle}>
        <span>{t(status, { nama: lawan.nama, saya: saya.peran })}</span>
        {selesai_pada && status === 'completed' && (
          <>
            <span>{' · '}</span>
            <Time iso={selesai_pada} />
          </>
        )}
      </p>
      {note && (
        <div className={styles.note}>
          <h2>{t(catatan_penutup === null ? 'alasan' : 'catatan')}</h2>
          <p className={styles.noteText} dir="auto" translate="yes">
            {note}
          </p>
        </div>
      )}
      <UnsentDraft />
      {saya.peran === 'pasien' && status !== 'completed' && (
        <div className={styles.panelActions}>
          <LinkButton href={`/pasien/konsultasi/baru?dari=${id}`} icon="plus">
            {t('lagi')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
