import { useTranslations } from 'next-intl'
import { iconOf } from '@/app/_jenis/jenis'
import { useAgeAndSex } from '@/app/_profil/words'
import { Avatar } from '@/app/_ui/avatar'
import { Badge, Chip } from '@/app/_ui/badge'
import { Icon } from '@/app/_ui/icon'
import { LinkRow } from '@/app/_ui/link-rows'
import { Time } from '@/app/_ui/time/time'
import { whomOf } from '@/lib/client/thread/whom'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './konsultasi-list.module.css'
import { StatusChip } from './status-chip'

export type WingName = 'pasien' | 'dokter'

interface Props {
  readonly konsultasi: KonsultasiView
  readonly wing: WingName
  readonly unsent: number
  /** It stands beside the list. */
  readonly isOpen?: boolean
}

/** One konsultasi in a list: the other person, what was said last, how it stands, and what waits: here, and `unsent` on this device. */
export function KonsultasiRow({ konsultasi: k, wing, unsent, isOpen = false }: Props) {
  const t = useTranslations('umum.daftar')
  const tp = useTranslations('profil')
  const tb = useTranslations('bahaya')
  const other = wing === 'pasien' ? k.dokter : k.pasien
  const whom = whomOf(k)
  const shown = wing === 'pasien' ? k.dokter : whom
  return (
    <LinkRow
      href={`/${wing}/konsultasi/${k.id}`}
      className={styles.row}
      data-baris={k.id}
      data-unread={k.unread_count > 0 || undefined}
      aria-current={isOpen ? 'page' : undefined}
    >
      <Avatar name={shown.nama} seed={shown.id} letters={wing === 'dokter'} />
      <span className={styles.who}>
        {wing === 'pasien' ? <span className={styles.name}>{k.dokter.nama}</span> : <Whom {...whom} named />}
        {wing === 'pasien' && <span className={styles.detail}>{k.dokter.spesialisasi}</span>}
        {wing === 'pasien' && whom.isOther && <Whom {...whom} />}
        {wing === 'dokter' && whom.isOther && <span className={styles.detail}>{tp('akun', { nama: k.pasien.nama })}</span>}
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
      <span className={styles.state} data-status={k.status}>
        <StatusChip status={k.status} />
        {wing === 'dokter' && isUrgent(k) && (
          <Chip tone="danger" icon="alert">
            {tb('daftar', { apa: waitingOf(k) })}
          </Chip>
        )}
        {wing === 'dokter' && whom.facts.alergi_diketahui === 'ada' && <Chip tone="danger">{tp('alergi.ada')}</Chip>}
        {k.penanda && <Marks {...k.penanda} />}
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
        {k.status === 'active' && k.belum_dibalas_sejak && !isUrgent(k) && <Waiting since={k.belum_dibalas_sejak} />}
        <span className={styles.badge}>
          <Badge count={k.unread_count} label={t('belumDibaca', { jumlah: k.unread_count })} />
        </span>
      </span>
    </LinkRow>
  )
}

/** What its dokter marked. */
function Marks({ disematkan, belum_dibaca, ingatkan_pada, catatan_pribadi }: NonNullable<KonsultasiView['penanda']>) {
  const t = useTranslations('meja.tanda')
  const marks = [
    disematkan && t('disematkan'),
    belum_dibaca && t('ditandai'),
    ingatkan_pada !== null && t('pengingat'),
    catatan_pribadi !== null && t('adaCatatan'),
  ].filter(Boolean)
  return marks.length > 0 && <Chip tone="primary">{marks.join(', ')}</Chip>
}

/** How long the pasien has waited for an answer. */
function Waiting({ since }: { since: string }) {
  const t = useTranslations('meja.tanda')
  return (
    <span className={styles.detail}>
      {t('menunggu')} · <Time iso={since} format="ago" />
    </span>
  )
}

const isWaiting = ({ tingkat, diakui_pada }: KonsultasiView['bahaya'][number]) => tingkat === 'merah' && diakui_pada === null

/** Does a sign of danger wait to be acknowledged, while the konsultasi is open? */
export const isUrgent = ({ status, bahaya }: KonsultasiView): boolean =>
  (status === 'pending' || status === 'active') && bahaya.some(isWaiting)

const waitingOf = ({ bahaya }: KonsultasiView) =>
  bahaya
    .filter(isWaiting)
    .map(({ kalimat }) => kalimat)
    .join('; ')

/** For whom it is: "untuk Ani, 4 th 2 bl, P". Somebody's own konsultasi is not said to be for them. */
function Whom({ nama, facts, isOther, named }: ReturnType<typeof whomOf> & { named?: boolean }) {
  const t = useTranslations('profil')
  const said = useAgeAndSex()(facts)
  const name = (
    <bdi key="nama" className={named ? styles.name : undefined}>
      {nama}
    </bdi>
  )
  return (
    <span className={styles.detail}>
      {isOther ? t.rich('untuk', { nama: () => name }) : name}
      {said && `, ${said}`}
    </span>
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
      {!pesan.pesan && <Icon name={iconOf(pesan.tipe_pesan)} />}
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
