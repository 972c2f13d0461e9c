'use client'

import type { useTranslations } from 'next-intl'
import { memo } from 'react'
import { IsiBody } from '@/app/_jenis/bodies'
import { isiOf } from '@/app/_jenis/shared/shown'
import type { OpenMenu } from '@/app/_percakapan/context/pesan-actions-context'
import { Chip } from '@/app/_ui/badge'
import { classes } from '@/app/_ui/classes'
import { Icon, type IconName } from '@/app/_ui/icon'
import { LaterPart } from '@/app/_ui/later/later-part'
import { lazily } from '@/app/_ui/later/lazily'
import { needsUpload, type OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import { later } from '@/lib/client/page/later'
import { isOnlyEmoji } from '@/lib/client/text/only-emoji'
import { formatTime } from '@/lib/client/time/time-words'
import type { PesanView } from '@/lib/contract/pesan'
import { isIssued } from '@/lib/domain/jenis-pesan'
import { hasLampiran, PesanLampiran } from './pesan-lampiran'
import { PesanMenu } from './pesan-menu'
import styles from './pesan-row.module.css'
import { PesanText } from './pesan-text'

const PesanQuote = lazily(later(() => import('./pesan-quote').then((part) => part.PesanQuote)))
const ReaksiList = lazily(later(() => import('./reaksi-list').then((part) => part.ReaksiList)))
const uploadLine = later(() => import('@/app/_lampiran/upload-line').then((part) => part.UploadLine))
const trouble = later(() => import('./pesan-trouble').then((part) => part.PesanTrouble))

interface Props {
  readonly id: string
  readonly pesan: PesanView | null
  readonly entry: OutboxEntry | null
  readonly milik: boolean
  /** Of those that one person wrote within a minute. */
  readonly first: boolean
  readonly last: boolean
  /** Its place among pictures that came together. */
  readonly album: 'kiri' | 'kanan' | 'lebar' | undefined
  /** The reader was led to it. */
  readonly marked: boolean
  /** null while it is closed. */
  readonly menu: OpenMenu | null
  readonly iso: string
  readonly reader: { readonly locale: string; readonly zone: string }
  /** The reactions to it, as this person should see them. */
  readonly reaksi: Readonly<PesanView['reaksi']>
  /** What a rule saw in it, to its dokter until they acknowledged it. */
  readonly tanda: string | null
  readonly t: Words
  readonly onRetry: (clientId: string) => void
  readonly onDiscard: (clientId: string) => void
}

type Words = ReturnType<typeof useTranslations<'percakapan'>>

/**
 * One pesan: who, what, when, and what became of it. Its words are always text, in their own direction; of what is issued they are for who cannot show it,
 * and its card says the same.
 */
export const PesanRow = memo(function PesanRow(props: Props) {
  const { id, pesan, entry, milik, first, last, marked, menu, iso, reader, reaksi, tanda, t } = props
  const deleted = pesan?.dihapus_pada != null
  const text = pesan?.pesan ?? entry?.pesan
  const isEmoji = !deleted && isOnlyEmoji(text ?? '')
  const isi = isiOf(pesan ?? entry?.isi ?? {})
  const menued = pesan !== null && !deleted
  const withFile = hasLampiran(pesan, entry)
  const balasKe = pesan?.balas_ke ?? entry?.balas_ke
  const unread = pesan && !milik && pesan.dibaca_pada === null && !deleted ? pesan.urutan : undefined
  return (
    <li
      className={classes(styles.row, milik ? styles.own : styles.other, first && styles.first, last && styles.last)}
      data-key={id}
      data-album={props.album}
      data-urutan={pesan?.urutan}
      data-belum={unread}
      data-milik={milik || undefined}
      data-sorot={marked || undefined}
      tabIndex={-1}
    >
      <div className={styles.line}>
        <div
          data-balon={menued ? '' : undefined}
          className={classes(styles.bubble, deleted && styles.deleted, (isi || withFile) && styles.withLampiran)}
        >
          <span className="visually-hidden">{milik ? t('pesan.anda') : t('pesan.dari', { nama: pesan?.pengirim.nama ?? '' })}</span>
          {withFile && <PesanLampiran pesan={pesan} entry={entry} milik={milik} />}
          {(deleted || (text && !(isi && isIssued(isi.tipe)))) && (
            <p className={classes(styles.text, isEmoji && styles.emoji)} dir="auto" data-kata="" translate={deleted ? undefined : 'yes'}>
              {deleted ? <span>{t('pesan.dihapus')}</span> : <PesanText text={text ?? ''} />}
            </p>
          )}
          {isi && !deleted && <IsiBody isi={isi} dari={milik || !pesan ? t('pesan.anda') : pesan.pengirim.nama} />}
          {balasKe && !deleted && <PesanQuote id={balasKe} />}
          <span className={styles.meta}>
            <time
              dateTime={iso}
              title={formatTime(iso, 'full', reader)}
              className={last ? undefined : 'visually-hidden'}
              suppressHydrationWarning
            >
              {formatTime(iso, 'time', reader)}
            </time>
            {milik && !deleted && <Status pesan={pesan} entry={entry} t={t} />}
          </span>
        </div>
        {menued && <PesanMenu id={id} pesan={pesan} milik={milik} name={t('menu.pilihan')} open={menu} />}
      </div>
      {tanda && (
        <Chip tone="danger" icon="alert">
          {tanda}
        </Chip>
      )}
      {menued && reaksi.length > 0 && <ReaksiList pesan={pesan} all={reaksi} />}
      {entry?.keadaan === 'menunggu' && needsUpload(entry) && (
        <LaterPart of={uploadLine} clientId={entry.client_id} onStop={() => props.onDiscard(entry.client_id)} />
      )}
      {entry && (entry.durable === false || entry.keadaan !== 'menunggu') && (
        <LaterPart of={trouble} entry={entry} onRetry={props.onRetry} onDiscard={props.onDiscard} />
      )}
    </li>
  )
})

const ICONS = { mengirim: 'clock', terkirim: 'check', dibaca: 'checks', gagal: 'alert', bertanya: 'alert' } as const satisfies Record<
  string,
  IconName
>

function Status({ pesan, entry, t }: Pick<Props, 'pesan' | 'entry' | 't'>) {
  const state = entry ? (entry.keadaan === 'menunggu' ? 'mengirim' : entry.keadaan) : pesan?.dibaca_pada ? 'dibaca' : 'terkirim'
  return (
    <span className={classes(styles.status, styles[state])}>
      <Icon name={ICONS[state]} />
      {/* What failed or asks says so at its buttons. */}
      <span className={styles.word}>{state === 'gagal' || state === 'bertanya' ? '' : t(`pesan.${state}`)}</span>
    </span>
  )
}
