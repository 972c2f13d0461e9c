import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { Card } from '@/app/_ui/card'
import { LinkPending } from '@/app/_ui/link-pending'
import type { StatistikView } from '@/lib/contract/admin'
import { STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import styles from './ringkasan.module.css'

/** All konsultasi by status: a number and a bar for each, leading to the list. */
export function StatusBars({ konsultasi: { total, per_status } }: { konsultasi: StatistikView['konsultasi'] }) {
  const t = useTranslations('umum.status')
  const format = useFormatter()
  return (
    <Card>
      <dl className={styles.statuses}>
        {STATUS_KONSULTASI.map((status) => (
          <div key={status} className={styles.status}>
            <dt>
              <Link className={styles.link} href={hrefOf('/admin/konsultasi', { status })} prefetch={false}>
                {t(status)}
                <LinkPending />
              </Link>
            </dt>
            <dd>
              <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={total > 0 ? (100 * per_status[status]) / total : 0} height="1" data-status={status} />
              </svg>
              <span className={styles.count}>{format.number(per_status[status])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
