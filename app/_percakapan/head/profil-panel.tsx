'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useState } from 'react'
import { IsiDokumen } from '@/app/_dokumen/isi'
import fold from '@/app/_percakapan/context/fold.module.css'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { Facts } from '@/app/_profil/facts'
import styles from '@/app/_profil/profil.module.css'
import { Button } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { askFor } from '@/lib/client/api/api'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { ProfilView, RiwayatView } from '@/lib/contract/profil'

/** What is asked for now: on its way, there, or not to be had. */
type Asked<Data> = Data | 'coming' | 'failed'

/** Who is treated, as far as it is known now, and what was before where the pasien lets the dokter see it. */
export function ProfilPanel() {
  const tp = useTranslations('profil')
  const t = useTranslations('profil.panel')
  const konsultasi = useThread((snapshot) => snapshot.konsultasi)
  const { profil, again } = useProfil(konsultasi.id)
  return (
    // It scrolls, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached
    <section className={styles.scroll} aria-label={t('nama')} tabIndex={0}>
      {profil === 'coming' && <p role="status">{t('memuat')}</p>}
      {profil === 'failed' && <Failed again={again} />}
      {typeof profil === 'object' && (
        <>
          {profil.hubungan !== 'diri' && <p className={styles.hint}>{tp('akun', { nama: konsultasi.pasien.nama })}</p>}
          <Facts profil={profil} withUnknown />
          <Before konsultasi={konsultasi} />
        </>
      )}
    </section>
  )
}

/** As the conversation knows it, which hears of each change; asked for where it does not. */
function useProfil(id: string) {
  const known = useThread((snapshot) => snapshot.profil)
  const [asked, setAsked] = useState<Asked<ProfilView>>('coming')
  const again = useCallback(() => {
    let isOld = false
    setAsked('coming')
    askFor('GET /konsultasi/{id}/profil', { id }).then(
      ({ data }) => isOld || setAsked(data),
      () => isOld || setAsked('failed'),
    )
    return () => {
      isOld = true
    }
  }, [id])
  const isKnown = known !== undefined
  useEffect(() => (isKnown ? undefined : again()), [isKnown, again])
  return { profil: known ?? asked, again }
}

function Failed({ again }: { again: () => void }) {
  const t = useTranslations('profil.panel')
  return (
    <div className={styles.actions} role="alert">
      <p>{t('gagal')}</p>
      <Button size="sm" icon="retry" onClick={again}>
        {t('ulang')}
      </Button>
    </div>
  )
}

/** Asked for by a press alone: each look is written down and told to the pasien. */
function Before({ konsultasi: { id, status, bagikan_riwayat } }: { konsultasi: KonsultasiView }) {
  const t = useTranslations('profil.panel')
  const titleId = useId()
  const [found, setFound] = useState<Asked<readonly RiwayatView[]> | 'unasked'>('unasked')
  if (status !== 'pending' && status !== 'active') return null
  if (!bagikan_riwayat) return <p className={styles.hint}>{t('tidakDibagikan')}</p>
  const look = () => {
    setFound('coming')
    askFor('GET /konsultasi/{id}/riwayat', { id }).then(
      ({ data }) => setFound(data),
      () => setFound('failed'),
    )
  }
  return (
    <section className={styles.stack} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('riwayat')}</h2>
      <p className={styles.hint}>{t('riwayatIsi')}</p>
      {(found === 'unasked' || found === 'coming') && (
        <Button size="sm" icon="eye" busy={found === 'coming'} onClick={look}>
          {t('lihat')}
        </Button>
      )}
      {found === 'failed' && <Failed again={look} />}
      {typeof found === 'object' && <Earlier found={found} />}
    </section>
  )
}

function Earlier({ found }: { found: readonly RiwayatView[] }) {
  const t = useTranslations('profil.panel')
  if (found.length === 0) return <p role="status">{t('riwayatKosong')}</p>
  return (
    <ul className={styles.readings}>
      {found.map(({ konsultasi_id, selesai_pada, dokter, dokumen }) => (
        <li key={konsultasi_id}>
          <p>
            <bdi>{dokter.nama}</bdi>, {dokter.spesialisasi}
          </p>
          <p className={styles.hint}>
            <Time iso={selesai_pada} format="full" />
          </p>
          {dokumen.map((one) => (
            <Issued key={one.id} dokumen={one} />
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What came out of it: whatever its status, since what was replaced or taken back was given once. */
function Issued({ dokumen }: { dokumen: DokumenView }) {
  const t = useTranslations('lampiran.dokumen')
  const { jenis, nomor, versi, status } = dokumen
  return (
    <details className={fold.fold}>
      <summary>
        <span className={fold.label}>{t(`jenis.${jenis}`)}</span>
        <span>{[nomor, versi > 1 ? t('versi', { versi }) : null, t(`status.${status}`)].filter(Boolean).join(' · ')}</span>
      </summary>
      <IsiDokumen dokumen={dokumen} />
    </details>
  )
}
