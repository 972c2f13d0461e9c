import { useTranslations } from 'next-intl'
import { IsiBody, LampiranBody } from '@/app/_jenis/bodies'
import { isiOf, shownOf } from '@/app/_jenis/shared/shown'
import { Avatar } from '@/app/_ui/avatar'
import { Time } from '@/app/_ui/time/time'
import { ActWithReason } from '@/app/admin/_tindakan/act-with-reason'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './bacaan.module.css'

/** A pesan as it is read back: who, when, what, and the way to take it out of sight. */
export function PesanItem({ pesan, replyTo, alasan }: { pesan: PesanView; replyTo: PesanView | undefined; alasan: string }) {
  const t = useTranslations('admin.bacaan')
  const tp = useTranslations('umum.peran')
  const { id, pengirim, dihapus_pada, dibuat_pada, reaksi } = pesan
  const headId = `dari-${id}`
  return (
    <li className={styles.item} data-peran={pengirim.peran}>
      <Avatar name={pengirim.nama} seed={pengirim.id} size="sm" />
      <div className={styles.body}>
        <p className={styles.head} id={headId}>
          <span className={styles.sender}>{pengirim.nama}</span> <span className={styles.time}>{tp(pengirim.peran)}</span>{' '}
          <Time iso={dibuat_pada} format="full" className={styles.time} />
        </p>
        {pesan.balas_ke && <p className={styles.reply}>{replyTo?.pesan || t('balasan')}</p>}
        {dihapus_pada ? <p className={styles.gone}>{t('dihapus')}</p> : <Content pesan={pesan} alasan={alasan} />}
        {reaksi.length > 0 && <p className={styles.reactions}>{reaksi.map(({ emoji }) => emoji).join(' ')}</p>}
      </div>
      {!dihapus_pada && (
        <ActWithReason
          deed={{ call: 'DELETE /pesan/{id}', id, done: t('hapus.selesai') }}
          name={t('hapus.tombol')}
          about={headId}
          title={t('hapus.judul')}
          description={t('hapus.isi')}
          look={{ variant: 'quiet' }}
          danger
        />
      )}
    </li>
  )
}

/** Reading a lampiran is written down under the same reason as reading the rest. */
function Content({ pesan: one, alasan }: { pesan: PesanView; alasan: string }) {
  const { pesan, lampiran, pengirim } = one
  const isi = isiOf(one)
  return (
    <>
      {lampiran && <LampiranBody shown={shownOf(lampiran, alasan)} dari={pengirim.nama} />}
      {pesan && <p className={styles.words}>{pesan}</p>}
      {isi && <IsiBody isi={isi} dari={pengirim.nama} alasan={alasan} />}
    </>
  )
}
