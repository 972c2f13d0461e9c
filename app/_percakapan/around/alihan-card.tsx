'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button, LinkButton } from '@/app/_ui/button'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { AlihView } from '@/lib/contract/alih'
import styles from './around.module.css'

const PARTS = ['situasi', 'latar', 'penilaian', 'saran'] as const

/** The proposal that another dokter goes on: the pasien decides, the dokter sees how it stands; and the way to what was before, or went on. */
export function AlihanCard() {
  const t = useTranslations('alur.alihan')
  const { me } = usePercakapan()
  const { alih, asal_terbaca, lanjutan_dari, dokter } = useThread(({ konsultasi }) => konsultasi)
  return (
    <>
      {asal_terbaca && lanjutan_dari && me.peran === 'dokter' && (
        <div>
          <LinkButton href={`/dokter/konsultasi/${lanjutan_dari}`} size="sm" icon="chat">
            {t('sebelumnya')}
          </LinkButton>
        </div>
      )}
      {alih?.status === 'menunggu' && me.peran === 'pasien' && <Consent alih={alih} dari={dokter.nama} />}
      {alih?.status === 'menunggu' && me.id === dokter.id && (
        <div>
          <Alert tone="attention">
            <p>{t('menunggu', { dokter: alih.dokter.nama })}</p>
          </Alert>
        </div>
      )}
      {alih?.status === 'tolak' && me.id === dokter.id && (
        <div>
          <Alert tone="info">
            <p>{t('ditolak')}</p>
          </Alert>
        </div>
      )}
      {alih?.konsultasi_id && me.peran === 'pasien' && (
        <div>
          <LinkButton href={`/pasien/konsultasi/${alih.konsultasi_id}`} size="sm" icon="arrow-right">
            {t('baru', { dokter: alih.dokter.nama })}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Consent({ alih, dari }: { alih: AlihView; dari: string }) {
  const t = useTranslations('alur.alihan')
  const tp = useTranslations('percakapan')
  const { store } = usePercakapan()
  const id = useThread(({ konsultasi }) => konsultasi.id)
  const [busy, setBusy] = useState<'setuju' | 'tolak' | null>(null)
  const [error, setError] = useState<string | null>(null)
  const decide = async (how: 'setuju' | 'tolak') => {
    setBusy(how)
    setError(null)
    try {
      store.foldKonsultasi((await askFor(`PUT /konsultasi/{id}/alih/${how}`, { id })).data)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : tp('galat.tanpaJawaban'))
    } finally {
      setBusy(null)
      void store.catchUp()
    }
  }
  return (
    <section aria-label={t('judul', { nama: dari })}>
      <Alert tone="attention" title={t('judul', { nama: dari })}>
        <p>{t('isi', { dokter: alih.dokter.nama, spesialisasi: alih.dokter.spesialisasi })}</p>
        <details>
          <summary className={styles.more}>{t('penjelasan')}</summary>
          <dl className={styles.handover}>
            {PARTS.map((part) => (
              <div key={part}>
                <dt>{t(part)}</dt>
                <dd dir="auto" translate="yes">
                  {alih[part]}
                </dd>
              </div>
            ))}
          </dl>
        </details>
        {error && <p role="alert">{error}</p>}
        <div className={styles.actions}>
          <Button busy={busy === 'tolak'} onClick={() => void decide('tolak')}>
            {t('tolak')}
          </Button>
          <Button variant="primary" busy={busy === 'setuju'} onClick={() => void decide('setuju')}>
            {t('setuju')}
          </Button>
        </div>
      </Alert>
    </section>
  )
}
