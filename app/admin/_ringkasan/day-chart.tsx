import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/app/_ui/card'
import type { HariView } from '@/lib/contract/admin'
import styles from './ringkasan.module.css'

const SERIES = ['diajukan', 'diterima', 'selesai'] as const

/** The drawing's own units; it is stretched to the width that there is. */
const DAY_WIDTH = 20
const BAR_WIDTH = 5
const HEIGHT = 100

/** What was booked, accepted and completed on each day, drawn; the same numbers as a table for whoever cannot or would not read a drawing. */
export function DayChart({ days }: { days: readonly HariView[] }) {
  const t = useTranslations('admin.ringkasan.harian')
  const most = Math.max(1, ...days.flatMap((day) => SERIES.map((name) => day[name])))
  return (
    <Card>
      <figure className={styles.chart}>
        <figcaption className={styles.legend}>
          {SERIES.map((name) => (
            <span key={name} className={styles.key} data-series={name}>
              {t('jumlah', { apa: t(name), jumlah: days.reduce((sum, day) => sum + day[name], 0) })}
            </span>
          ))}
        </figcaption>
        <div className={styles.plot} aria-hidden="true">
          <span className={styles.most}>{most}</span>
          <Bars days={days} most={most} />
          <Ends days={days} />
        </div>
        <details className={styles.details}>
          <summary>{t('tabel')}</summary>
          <DayTable days={days} />
        </details>
      </figure>
    </Card>
  )
}

function Bars({ days, most }: { days: readonly HariView[]; most: number }) {
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${days.length * DAY_WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.lines} d={`M0 0H${days.length * DAY_WIDTH}M0 ${HEIGHT / 2}H${days.length * DAY_WIDTH}`} />
      {days.map((day, column) =>
        SERIES.map((name, place) => {
          const height = (day[name] / most) * HEIGHT
          const x = column * DAY_WIDTH + 2.5 + place * BAR_WIDTH
          return <rect key={`${day.tanggal} ${name}`} data-series={name} x={x} y={HEIGHT - height} width={BAR_WIDTH} height={height} />
        }),
      )}
    </svg>
  )
}

/** The first day, one in the middle and the last. */
function Ends({ days }: { days: readonly HariView[] }) {
  const write = useDay({ day: 'numeric', month: 'short' })
  const shown = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
  return <div className={styles.ends}>{shown.map((day) => day && <span key={day.tanggal}>{write(day)}</span>)}</div>
}

function DayTable({ days }: { days: readonly HariView[] }) {
  const t = useTranslations('admin.ringkasan.harian')
  const write = useDay({ weekday: 'short', day: 'numeric', month: 'short' })
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('keterangan')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tanggal')}</th>
          {SERIES.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((day) => (
          <tr key={day.tanggal}>
            <th scope="row">{write(day)}</th>
            {SERIES.map((name) => (
              <td key={name}>{day[name]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** These are the clinic's days already: a date must not be moved to another zone. */
function useDay(options: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month'>) {
  const format = useFormatter()
  return ({ tanggal }: HariView) => format.dateTime(new Date(`${tanggal}T00:00:00Z`), { ...options, timeZone: 'UTC' })
}
