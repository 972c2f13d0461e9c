'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useState } from 'react'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import styles from '@/app/_profil/profil.module.css'
import { Button } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { askFor } from '@/lib/client/api/api'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { ProfilView, RiwayatView } from '@/lib/contract/profil'

/** What is asked for now: on its way, there, or not to be had. */
type Asked<Data> = Data | 'coming' | 'failed'

/** Who is treated, as far as it is known now, and what was before where the pasien lets the dokter see it. */
export function ProfilPanel() {
  const tp = useTranslations('profil')
  const konsultasi = useThread((snapshot) => snapshot.konsultasi)
  const t = useTranslations('profil.panel')
  const [profil, setProfil] = useState<Asked<ProfilView>>('coming')
  const read = useCallback(() => {
    let isOld = false
    const { id } = konsultasi
    setProfil((known) => (known === 'failed' ? 'coming' : known))
    askFor('GET /konsultasi/{id}/profil', { id }).then(
      ({ data }) => isOld || setProfil(data),
      () => isOld || setProfil('failed'),
    )
    return () => {
      isOld = true
    }
  }, [konsultasi])
  // Whenever the konsultasi says something new: who is treated may be that.
  useEffect(read, [read])
  return (
    // It scrolls, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached
    <section className={styles.scroll} aria-label={t('nama')} tabIndex={0}>
      {profil === 'coming' && <p role="status">{t('memuat')}</p>}
      {profil === 'failed' && <Failed again={read} />}
      {typeof profil === 'object' && (
        <>
          {profil.hubungan !== 'diri' && <p className={styles.hint}>{tp('akun', { nama: konsultasi.pasien.nama })}</p>}
          <Facts profil={profil} />
          <Before konsultasi={konsultasi} />
        </>
      )}
    </section>
  )
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

function Facts({ profil }: { profil: ProfilView }) {
  const t = useTranslations('profil')
  const locale = useLocale()
  // A day of the calendar, in no zone.
  const dayOf = (day: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
  const listed = (entries: readonly string[] | null) => (entries?.length === 0 ? t('halaman.tidakAda') : (entries?.join('\n') ?? null))
  const facts = [
    [t('isian.alergi'), listed(profil.alergi?.map(({ zat, reaksi }) => (reaksi ? `${zat} (${reaksi})` : zat)) ?? null)],
    [t('isian.obat'), listed(profil.obat_rutin)],
    [t('isian.riwayat'), listed(profil.riwayat)],
    [t('panel.lahir'), profil.tanggal_lahir && dayOf(profil.tanggal_lahir)],
    [t('isian.jk'), profil.jenis_kelamin && t(`isian.${profil.jenis_kelamin}`)],
    [t('isian.berat'), profil.berat_kg?.toString().replace('.', ',') ?? null],
    [t('isian.alamat'), profil.alamat],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value ?? t('halaman.belumDiisi')}</dd>
        </div>
      ))}
    </dl>
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
      {found.map(({ konsultasi_id, selesai_pada, dokter }) => (
        <li key={konsultasi_id}>
          <p>
            <bdi>{dokter.nama}</bdi>, {dokter.spesialisasi}
          </p>
          <p className={styles.hint}>
            <Time iso={selesai_pada} format="full" />
          </p>
        </li>
      ))}
    </ul>
  )
}
