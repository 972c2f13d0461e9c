'use client'

import { useTranslations } from 'next-intl'
import { useLawan, useThread } from '@/app/_percakapan/context/percakapan-context'
import styles from './around.module.css'

/** Says that the other side is writing; keeps its room when it is not, so that nothing moves. */
export function TypingLine() {
  const t = useTranslations('percakapan')
  const lawan = useLawan()
  const writes = useThread((snapshot) => snapshot.thread.status === 'active' && snapshot.thread.mengetik.includes(lawan.id))
  return (
    <p className={styles.typing}>
      {writes && (
        <>
          <span className={styles.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span>{t.rich('mengetik', { nama: () => <bdi key="nama">{lawan.nama}</bdi> })}</span>
        </>
      )}
    </p>
  )
}
