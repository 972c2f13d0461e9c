import { useTranslations } from 'next-intl'
import { Avatar } from '@/app/_ui/avatar'
import { LinkRow } from '@/app/_ui/link-rows'
import { Time } from '@/app/_ui/time/time'
import type { PesanView } from '@/lib/contract/pesan'
import { piecesOf } from '@/lib/domain/cuplikan'
import type { LawanView } from '@/lib/operations/list-lawan'
import styles from './cari.module.css'

interface Props {
  readonly pesan: PesanView
  readonly cuplikan: string
  readonly wing: 'pasien' | 'dokter'
  /** With whom the konsultasi is. */
  readonly lawan: LawanView | undefined
  readonly isOwn: boolean
}

/** One pesan that was found; it leads to its place in the conversation. */
export function Temuan({ pesan, cuplikan, wing, lawan, isOwn }: Props) {
  const t = useTranslations('cari')
  const { konsultasi_id, urutan, pengirim, dibuat_pada } = pesan
  const { id, nama } = lawan ?? pengirim
  return (
    <LinkRow href={`/${wing}/konsultasi/${konsultasi_id}?pesan=${urutan}`} className={styles.row}>
      <Avatar name={nama} seed={id} />
      <bdi className={styles.name}>{nama}</bdi>
      <Time className={styles.when} iso={dibuat_pada} format="brief" />
      <p className={styles.snippet} dir="auto">
        {isOwn && <span className={styles.own}>{t('anda')} </span>}
        <Cuplikan text={pesan.pesan} cuplikan={cuplikan} />
      </p>
    </LinkRow>
  )
}

/** Dots say where the text goes on. */
function Cuplikan({ text, cuplikan }: { text: string; cuplikan: string }) {
  const pieces = piecesOf(cuplikan)
  const shown = pieces.map((piece) => piece.text).join('')
  return (
    <>
      {!text.startsWith(shown.slice(0, 20)) && '… '}
      {pieces.map(({ text, isHit }, n) => {
        const key = `${n} ${text}`
        return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
      })}
      {!text.endsWith(shown.slice(-20)) && ' …'}
    </>
  )
}
