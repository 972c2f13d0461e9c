'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import fold from '@/app/_percakapan/context/fold.module.css'
import { useLawan, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { LinkButton } from '@/app/_ui/button'
import { LaterPart } from '@/app/_ui/later/later-part'
import { Time } from '@/app/_ui/time/time'
import { readDraft } from '@/lib/client/drafts/drafts'
import { later } from '@/lib/client/page/later'
import styles from './around.module.css'

const rating = later(() => import('./rating').then((part) => part.Rating), false)

/** In the place of the composer: why nothing more can be written here, the last word, and for one that never began another try. */
export function EndNote() {
  const t = useTranslations('percakapan.akhir')
  const { me } = usePercakapan()
  const lawan = useLawan()
  const status = useThread((snapshot) => snapshot.thread.status)
  const { id, catatan_penutup, alasan, selesai_pada } = useThread((snapshot) => snapshot.konsultasi)
  const note = catatan_penutup ?? alasan
  return (
    <>
      <p className={styles.title}>
        <span>{t(status, { nama: lawan.nama, saya: me.peran })}</span>
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
      {me.peran === 'pasien' && status === 'completed' && <LaterPart of={rating} />}
      {me.peran === 'pasien' && status !== 'completed' && (
        <div className={styles.actions}>
          <LinkButton href={`/pasien/konsultasi/baru?dari=${id}`} icon="plus">
            {t('lagi')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

/** What was still being written when the konsultasi ended is not taken away: it can be read and copied. */
function UnsentDraft() {
  const t = useTranslations('percakapan.akhir')
  const { me } = usePercakapan()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const [text, setText] = useState('')
  useEffect(() => setText(readDraft(me.id, konsultasiId)), [me.id, konsultasiId])
  if (!text) return null
  return (
    <details className={fold.fold}>
      <summary>{t('draf')}</summary>
      <p className={styles.noteText} dir="auto" translate="yes">
        {text}
      </p>
    </details>
  )
}
