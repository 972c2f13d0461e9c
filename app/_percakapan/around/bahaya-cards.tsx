'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useState } from 'react'
import fold from '@/app/_percakapan/context/fold.module.css'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { showUrgentTitle } from '@/lib/client/page/urgent-title'
import type { BahayaView, TriaseView } from '@/lib/contract/triase'
import styles from './bahaya.module.css'

/** What rules saw: to the pasien what to do now, to the dokter what to look at, until they said that they have. */
export function BahayaCards() {
  const { me } = usePercakapan()
  const { bahaya = [], triase = null } = useThread((snapshot) => snapshot.konsultasi)
  return (
    <div className={styles.cards}>
      {me.peran === 'pasien' ? <ForPasien bahaya={bahaya} /> : <ForDokter bahaya={bahaya} />}
      {triase && triase.jawaban.length > 0 && <Answers triase={triase} />}
    </div>
  )
}

/** It stays: what was denied is said to be, and the number to call stands there all the same. */
function ForPasien({ bahaya }: { bahaya: readonly BahayaView[] }) {
  const t = useTranslations('bahaya.pasien')
  const merah = bahaya.filter(({ tingkat }) => tingkat === 'merah')
  if (merah.length === 0) return null
  const isDenied = merah.every(({ disangkal_pada }) => disangkal_pada !== null)
  return (
    <Alert tone={isDenied ? 'info' : 'danger'} role={isDenied ? undefined : 'alert'} title={t(isDenied ? 'disangkal' : 'judul')}>
      <p>{t(isDenied ? 'tetap' : 'isi')}</p>
      <a className={styles.call} href="tel:119">
        {t('telepon')}
      </a>
      <Signs label={t('terlihat')}>
        {merah.map((one) => (
          <Sign key={one.kode} one={one} verb="sangkal" done={one.disangkal_pada} />
        ))}
      </Signs>
    </Alert>
  )
}

function ForDokter({ bahaya }: { bahaya: readonly BahayaView[] }) {
  const t = useTranslations('bahaya.dokter')
  const { id } = useThread((snapshot) => snapshot.konsultasi)
  const waiting = bahaya.filter(({ diakui_pada }) => diakui_pada === null)
  const seen = bahaya.filter(({ diakui_pada }) => diakui_pada !== null)
  const isUrgent = waiting.some(({ tingkat }) => tingkat === 'merah')
  useEffect(() => (isUrgent ? showUrgentTitle() : undefined), [isUrgent])
  return (
    <>
      {waiting.length > 0 && (
        <Alert tone={isUrgent ? 'danger' : 'attention'} role={isUrgent ? 'alert' : 'status'} title={t(isUrgent ? 'judul' : 'perhatikan')}>
          <Signs label={t('terlihat')}>
            {waiting.map((one) => (
              <Sign key={one.kode} one={one} verb="akui" done={null}>
                <Origin one={one} konsultasiId={id} />
              </Sign>
            ))}
          </Signs>
        </Alert>
      )}
      {seen.length > 0 && (
        <details className={fold.fold}>
          <summary>
            <span className={fold.label}>{t('sudahDilihat', { jumlah: seen.length })}</span>
          </summary>
          <ul className={styles.list}>
            {seen.map((one) => (
              <li key={one.kode}>
                <span>{one.kalimat}</span> <Origin one={one} konsultasiId={id} /> {one.diakui_pada && <Time iso={one.diakui_pada} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Signs({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <>
      <p id={id} className="visually-hidden">
        {label}
      </p>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </>
  )
}

/** What was seen, and the one word that this reader has about it. */
function Sign({ one, verb, done, children }: { one: BahayaView; verb: 'akui' | 'sangkal'; done: string | null; children?: ReactNode }) {
  const t = useTranslations('bahaya')
  const { store } = usePercakapan()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const act = async () => {
    setBusy(true)
    setError(null)
    try {
      const { id } = store.snapshot().konsultasi
      store.foldKonsultasi((await askFor(`PUT /konsultasi/{id}/bahaya/{kode}/${verb}`, { id, kode: one.kode })).data)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : t('tanpaJawaban'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className={styles.sign}>
      <span>
        <strong>{one.kalimat}</strong> {children}
        {error && <span role="alert">{` ${error}`}</span>}
      </span>
      {done === null ? (
        <Button size="sm" busy={busy} onClick={() => void act()}>
          {t(`${verb}`)}
          <span className="visually-hidden">{`: ${one.kalimat}`}</span>
        </Button>
      ) : (
        <span>{t('sudahDisangkal')}</span>
      )}
    </li>
  )
}

/** Where it was said; a pesan is one press away. And that its pasien says otherwise. */
function Origin({ one, konsultasiId }: { one: BahayaView; konsultasiId: string }) {
  const t = useTranslations('bahaya.dokter')
  const { store } = usePercakapan()
  const { pesan_id } = one
  const show = async () => {
    if (pesan_id) await store.goTo((await askFor('GET /pesan/{id}', { id: pesan_id })).data.urutan)
  }
  return (
    <span className={styles.origin}>
      {pesan_id ? (
        <a
          href={`/dokter/konsultasi/${konsultasiId}`}
          onClick={(event) => {
            event.preventDefault()
            void show().catch(() => undefined)
          }}
        >
          {t('asal.pesan')}
        </a>
      ) : (
        t(`asal.${one.asal}`)
      )}
      {one.disangkal_pada && ` · ${t('disangkal')}`}
    </span>
  )
}

/** What was answered before the konsultasi began. */
function Answers({ triase }: { triase: TriaseView }) {
  const t = useTranslations('bahaya.jawaban')
  return (
    <details className={fold.fold}>
      <summary>
        <span className={fold.label}>{t('judul')}</span>
      </summary>
      <dl className={styles.answers}>
        {triase.jawaban.map(({ kode, teks, jawaban_teks }) => (
          <div key={kode}>
            <dt>{teks}</dt>
            <dd dir="auto" translate="yes">
              {jawaban_teks}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
