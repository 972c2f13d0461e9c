'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { classes } from '@/app/_ui/classes'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './pesan-quote.module.css'
import { useOriginal } from './use-original'

/** Inside a bubble: what it answers, and the way there. */
export function PesanQuote({ id }: { id: string }) {
  const t = useTranslations('percakapan.kutipan')
  const { me } = usePercakapan()
  const { goTo } = usePesanActions()
  const { original, missing } = useOriginal(id)
  if (!original) return <span className={classes(styles.quote, styles.empty)}>{t(missing ? 'gagal' : 'memuat')}</span>
  return (
    <button type="button" className={styles.quote} onClick={() => goTo(original.urutan)}>
      <span className="visually-hidden">{`${t('membalas')} `}</span>
      <QuoteWords original={original} own={original.pengirim.id === me.id} />
    </button>
  )
}

/** Who said it, and its first line. */
export function QuoteWords({ original, own }: { original: PesanView; own: boolean }) {
  const t = useTranslations('percakapan.kutipan')
  const jenis = useTranslations('umum.jenis')
  const deleted = original.dihapus_pada !== null
  const [line] = original.pesan.split('\n', 1)
  return (
    <>
      <bdi className={styles.name}>{own ? t('anda') : original.pengirim.nama}</bdi>
      <bdi className={classes(styles.words, deleted && styles.gone)} dir="auto" translate={deleted ? undefined : 'yes'}>
        {deleted ? t('dihapus') : line || jenis(original.tipe_pesan)}
      </bdi>
    </>
  )
}
