import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/app/_ui/card'
import chart from '@/app/admin/_ringkasan/ringkasan.module.css'
import type { AngkaDokterView } from '@/lib/contract/meja-admin'
import styles from './dokter-chart.module.css'

/** So many are drawn at most: more bars than that say nothing to an eye. */
const DRAWN_MAX = 40

const SERIES = ['diajukan', 'diterima', 'selesai'] as const

/** What each dokter was asked, accepted and completed, drawn in the order of the table, which stands below it for whoever cannot or would not read a drawing. */
export function DokterChart({ all }: { all: readonly AngkaDokterView[] }) {
  const t = useTranslations('admin.angka')
  const format = useFormatter()
  const drawn = askedMost(all)
  const most = Math.max(1, ...all.flatMap((one) => SERIES.map((name) => one[name])))
  return (
    <Card>
      <figure className={chart.chart}>
        <figcaption className={chart.legend}>
          {SERIES.map((name) => (
            <span key={name} className={chart.key} data-series={name}>
              {t(name)}: {format.number(all.reduce((sum, one) => sum + one[name], 0))}
            </span>
          ))}
          {drawn.length < all.length && <span>{t('sebagian', { jumlah: drawn.length })}</span>}
        </figcaption>
        <div className={styles.plot} aria-hidden="true">
          {drawn.map(({ dokter, ...counts }) => (
            <div key={dokter.id} className={styles.dokter}>
              <span className={styles.name}>{dokter.nama}</span>
              <div className={styles.lines}>
                {SERIES.map((name) => (
                  <div key={name} className={styles.line} data-series={name}>
                    <span className={styles.count}>{format.number(counts[name])}</span>
                    <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                      <rect width={(100 * counts[name]) / most} height="1" />
                    </svg>
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
      </figure>
    </Card>
  )
}

/** Those who were asked most, in the order of the table. */
function askedMost(all: readonly AngkaDokterView[]): readonly AngkaDokterView[] {
  const chosen = new Set(all.toSorted((a, b) => b.diajukan - a.diajukan).slice(0, DRAWN_MAX))
  return all.filter((one) => chosen.has(one))
}
