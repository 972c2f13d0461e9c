'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan, useReply } from '@/app/_percakapan/context/percakapan-context'
import { QuoteWords } from '@/app/_percakapan/pesan/pesan-quote'
import { useOriginal } from '@/app/_percakapan/pesan/use-original'
import { Button } from '@/app/_ui/button'
import styles from './composer.module.css'

/** Over the composer: which pesan the one being written answers. */
export function ReplyBar({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('percakapan.kutipan')
  const { me } = usePercakapan()
  const id = useReply()
  const { original, missing } = useOriginal(id)
  if (id === null) return null
  return (
    <section className={styles.bar} aria-label={t('sedangMembalas')}>
      <span className={styles.words}>
        {original ? <QuoteWords original={original} own={original.pengirim.id === me.id} /> : t(missing ? 'gagal' : 'memuat')}
      </span>
      <Button variant="quiet" size="sm" icon="close" iconOnly onClick={onCancel}>
        {t('batal')}
      </Button>
    </section>
  )
}
