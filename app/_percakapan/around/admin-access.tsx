'use client'

import { useTranslations } from 'next-intl'
import { Time } from '@/app/_ui/time/time'
import { openingsOf } from '@/lib/domain/audit'
import styles from './around.module.css'

/** When an admin read along, and why: rare, and fetched only where it happened. */
export function AdminAccess({ akses }: { akses: readonly { pada: string; alasan: string | null }[] }) {
  const t = useTranslations('percakapan.aksesAdmin')
  const openings = openingsOf(akses)
  return (
    <details className={styles.access}>
      <summary>{t('judul', { jumlah: openings.length })}</summary>
      <ul>
        {openings.map(({ pada, alasan }) => (
          <li key={`${pada} ${alasan}`}>
            <Time iso={pada} />
            {alasan && (
              <>
                <span>{': '}</span>
                <bdi translate="yes">{alasan}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
