import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActWithReason } from '@/app/admin/_tindakan/act-with-reason'
import { StatusChange } from '@/app/admin/pengguna/status-change'
import type { PenggunaAdminView } from '@/lib/contract/admin'
import styles from './pengguna.module.css'

interface Props {
  pengguna: PenggunaAdminView
  hasFactor: boolean
  isSelf: boolean
}

/** What can be done to an account, each with a reason that goes into the log. */
export function Deeds({ pengguna, hasFactor, isSelf }: Props) {
  const t = useTranslations('admin.akun')
  const { id, nama, aktif, ditutup } = pengguna
  if (ditutup) return <p className={styles.muted}>{t('ditutup')}</p>
  return (
    <div className={styles.deeds}>
      <Deed means={isSelf ? t('diriSendiri') : t(aktif ? 'tangguhkan' : 'pulihkan')}>
        {isSelf ? null : <StatusChange pengguna={pengguna} about="nama" />}
      </Deed>
      <Deed means={t('akhiri.isi')}>
        <ActWithReason
          deed={{ call: 'DELETE /admin/pengguna/{id}/sesi', id, done: t('akhiri.selesai', { nama }) }}
          name={t('akhiri.tombol')}
          about="nama"
          title={t('akhiri.judul', { nama })}
          description={t('akhiri.isi')}
          danger
        />
      </Deed>
      {hasFactor && !isSelf && (
        <Deed means={t('faktor.isi')}>
          <ActWithReason
            deed={{ call: 'DELETE /admin/pengguna/{id}/faktor-kedua', id, done: t('faktor.selesai', { nama }) }}
            name={t('faktor.tombol')}
            about="nama"
            title={t('faktor.judul', { nama })}
            description={t('faktor.isi')}
            danger
          />
        </Deed>
      )}
    </div>
  )
}

const Deed = ({ means, children }: { means: string; children: ReactNode }) => (
  <div className={styles.deed}>
    <p className={styles.muted}>{means}</p>
    {children}
  </div>
)
