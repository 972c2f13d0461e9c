import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefOf } from '@/app/_ui/address'
import { LinkPending } from '@/app/_ui/link-pending'
import type { StatistikView } from '@/lib/contract/admin'
import { durationOf } from './duration'
import styles from './ringkasan.module.css'

/** What waits for somebody now; each leads to it. */
export function WaitingTiles({ statistik: { dokter_menunggu, dokter_sip, konsultasi } }: { statistik: StatistikView }) {
  const t = useTranslations('admin.ringkasan.kini')
  const { pending, active } = konsultasi.per_status
  return (
    <dl className={styles.tiles}>
      <Tile name={t('dokterMenunggu')} value={dokter_menunggu} href="/admin/dokter" urgent={dokter_menunggu > 0} />
      <Tile
        name={t('sipSegera')}
        value={dokter_sip.segera}
        detail={t('sipHabis', { jumlah: dokter_sip.habis })}
        href={hrefOf('/admin/dokter', { sip: 'segera' })}
        urgent={dokter_sip.segera > 0}
      />
      <Tile name={t('pending')} value={pending} href={hrefOf('/admin/konsultasi', { status: 'pending' })} />
      <Tile name={t('active')} value={active} href={hrefOf('/admin/konsultasi', { status: 'active' })} />
    </dl>
  )
}

/** How long people wait, at the median, and how much of what was accepted has come to its end. */
export function Durations({ statistik: { median_detik: median, penyelesaian } }: { statistik: StatistikView }) {
  const t = useTranslations('admin.ringkasan.waktu')
  const format = useFormatter()
  const { diterima, selesai } = penyelesaian
  const write = (seconds: number | null) => {
    if (seconds === null) return t('belumAda')
    const { unit, n } = durationOf(seconds)
    return t(unit, { n })
  }
  return (
    <>
      <dl className={styles.tiles}>
        {(['diterima', 'jawaban_pertama', 'selesai'] as const).map((name) => (
          <Tile key={name} name={t(name)} value={write(median[name])} detail={t(`${name}_isi`)} />
        ))}
        <Tile
          name={t('penyelesaian')}
          value={diterima > 0 ? format.number(selesai / diterima, { style: 'percent' }) : t('belumAda')}
          detail={t('penyelesaian_isi', { selesai, diterima })}
        />
      </dl>
      <p className={styles.note}>{t('catatan')}</p>
    </>
  )
}

/** Who has an account, and who had something to do with a konsultasi lately. */
export function PeopleTiles({ statistik: { pengguna, orang_aktif } }: { statistik: StatistikView }) {
  const t = useTranslations('admin.ringkasan.pengguna')
  const of = (peran: string) => hrefOf('/admin/pengguna', { peran })
  return (
    <dl className={styles.tiles} data-columns="3">
      <Tile name={t('pasien')} value={pengguna.pasien} href={of('pasien')} />
      <Tile name={t('dokter')} value={pengguna.dokter} href={of('dokter')} />
      <Tile name={t('admin')} value={pengguna.admin} href={of('admin')} />
      <Tile name={t('ditangguhkan')} value={pengguna.ditangguhkan} />
      <Tile name={t('aktif7')} value={orang_aktif.hari_7} />
      <Tile name={t('aktif30')} value={orang_aktif.hari_30} />
    </dl>
  )
}

interface TileProps {
  name: string
  value: number | string
  detail?: ReactNode
  href?: string
  urgent?: boolean
}

function Tile({ name, value, detail, href, urgent }: TileProps) {
  const format = useFormatter()
  return (
    <div className={styles.tile} data-urgent={urgent || undefined}>
      <dt className={styles.name}>
        {href ? (
          <Link className={styles.link} href={href} prefetch={false}>
            {name}
            <LinkPending />
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className={styles.value}>{typeof value === 'number' ? format.number(value) : value}</dd>
      {detail && <dd className={styles.detail}>{detail}</dd>}
    </div>
  )
}
