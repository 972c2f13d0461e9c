import { useTranslations } from 'next-intl'
import { JENIS_ICONS } from '@/app/_jenis/icons'
import { Avatar } from '@/app/_ui/avatar'
import { Badge, Chip } from '@/app/_ui/badge'
import { Icon } from '@/app/_ui/icon'
import { LinkRow } from '@/app/_ui/link-rows'
import { Time } from '@/app/_ui/time/time'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './konsultasi-list.module.css'
import { StatusChip } from './status-chip'

export type WingName = 'pasien' | 'dokter'

/** One konsultasi in a list: the other person, what was said last, how it stands, and what waits: here, and `unsent` on this device. */
export function KonsultasiRow({ konsultasi: k, wing, unsent }: { konsultasi: KonsultasiView; wing: WingName; unsent: number }) {
  const t = useTranslations('umum.daftar')
  const other = wing === 'pasien' ? k.dokter : k.pasien
  return (
    <LinkRow href={`/${wing}/konsultasi/${k.id}`} className={styles.row} data-unread={k.unread_count > 0 || undefined}>
      <Avatar name={other.nama} seed={other.id} />
      <span className={styles.who}>
        <span className={styles.name}>{other.nama}</span>
        {wing === 'pasien' && <span className={styles.detail}>{k.dokter.spesialisasi}</span>}
      </span>
      <span className={styles.when}>
        <Time iso={k.pesan_terakhir?.dibuat_pada ?? k.selesai_pada ?? k.dibuat_pada} format="brief" />
      </span>
      <span className={styles.last} dir="auto">
        {k.pesan_terakhir ? (
          <LastPesan pesan={k.pesan_terakhir} own={k.pesan_terakhir.pengirim.id !== other.id} />
        ) : (
          <Said by={t('keluhan')} words={k.keluhan} />
        )}
      </span>
      <span className={styles.state}>
        <StatusChip status={k.status} />
        {unsent > 0 && (
          <Chip tone="attention" icon="clock">
            {t('belumTerkirim', { jumlah: unsent })}
          </Chip>
        )}
        {k.status === 'pending' && (
          <span className={styles.detail}>
            <Time iso={k.dibuat_pada} format="ago" />
          </span>
        )}
        <span className={styles.badge}>
          <Badge count={k.unread_count} label={t('belumDibaca', { jumlah: k.unread_count })} />
        </span>
      </span>
    </LinkRow>
  )
}

/** The last pesan in a line: a deleted one and one without text are told in words. */
function LastPesan({ pesan, own }: { pesan: PesanView; own: boolean }) {
  const t = useTranslations('umum.daftar')
  const jenis = useTranslations('umum.jenis')
  if (pesan.dihapus_pada) return <em>{t('dihapus')}</em>
  const words = pesan.pesan || jenis(pesan.tipe_pesan)
  return (
    <>
      {!pesan.pesan && <Icon name={JENIS_ICONS[pesan.tipe_pesan]} />}
      {own ? <Said by={t('anda')} words={words} /> : <span translate="yes">{words}</span>}
    </>
  )
}

/** Who, then the words in their own direction; a word that is longer than the line begins beside it all the same. */
const Said = ({ by, words }: { by: string; words: string }) => (
  <>
    <span>{`${by}\u00a0`}</span>
    <bdi translate="yes">{words}</bdi>
  </>
)
