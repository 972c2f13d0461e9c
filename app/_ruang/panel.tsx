'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { DokumenCard } from '@/app/_jenis/dokumen/dokumen-card'
import { FileCard } from '@/app/_jenis/file/file-card'
import { shownOf } from '@/app/_jenis/shared/shown'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { ProfilPanel } from '@/app/_percakapan/head/profil-panel'
import { WhomTitle } from '@/app/_percakapan/head/whom-title'
import { Button } from '@/app/_ui/button'
import { askFor } from '@/lib/client/api/api'
import { knownPesan } from '@/lib/client/thread/thread'
import { hasOlder } from '@/lib/client/thread/thread-window'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './panel.module.css'

/** Beside the conversation: who is treated, what came out of it, and what was sent in it besides words. */
export function Panel() {
  const t = useTranslations('meja.panel')
  return (
    <aside className={styles.panel} aria-label={t('nama')}>
      <WhomTitle className={styles.whom} />
      <ProfilPanel />
      <Dokumen />
      <Sent />
    </aside>
  )
}

/** Asked for anew with each change of a dokumen, which its pesan tells. */
function Dokumen() {
  const t = useTranslations('meja.panel')
  const id = useThread(({ konsultasi }) => konsultasi.id)
  const pesan = useThread(({ thread }) => thread.pesan)
  const changes = useMemo(() => [...pesan.values()].flatMap((one) => (one.tipe_pesan === 'dokumen' ? [one.rev] : [])).join(), [pesan])
  const [all, setAll] = useState<readonly DokumenView[] | 'failed' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` stands for what was issued, replaced or cancelled
  useEffect(() => {
    let isOld = false
    askFor('GET /konsultasi/{id}/dokumen', { id }).then(
      ({ data }) => isOld || setAll(data),
      () => isOld || setAll((known) => known ?? 'failed'),
    )
    return () => {
      isOld = true
    }
  }, [id, changes])
  return (
    <section className={styles.part}>
      <h2>{t('dokumen')}</h2>
      {all === 'failed' && <p role="alert">{t('gagal')}</p>}
      {Array.isArray(all) &&
        (all.length === 0 ? (
          <p className={styles.hint}>{t('tanpaDokumen')}</p>
        ) : (
          <ul className={styles.list}>
            {all.map((one: DokumenView) => (
              <li key={one.id}>
                <DokumenCard shown={{ ...one, alasan: one.alasan ?? undefined }} dari="" />
              </li>
            ))}
          </ul>
        ))}
    </section>
  )
}

/** Of the pesan that this page knows; further back there may be more. */
function Sent() {
  const t = useTranslations('meja.panel')
  const { store } = usePercakapan()
  const pesan = useThread(({ thread }) => thread.pesan)
  const isMore = useThread(({ thread }) => hasOlder(thread))
  const isLoading = useThread(({ older }) => older === 'loading')
  const [pictures, files] = useMemo(() => {
    const known = knownPesan({ pesan }).toReversed()
    return [known.filter(carries('image')), known.filter(carries('file'))]
  }, [pesan])
  return (
    <section className={styles.part}>
      <h2>{t('kiriman')}</h2>
      {pictures.length + files.length === 0 && <p className={styles.hint}>{t('tanpaKiriman')}</p>}
      {pictures.length > 0 && (
        <ul className={styles.pictures}>
          {pictures.map(({ id, urutan, pengirim, lampiran }) => (
            <li key={id}>
              <button type="button" onClick={() => void store.goTo(urutan)}>
                {/* biome-ignore lint/performance/noImgElement: private bytes, checked on each request, must not pass through a shared optimizer */}
                <img
                  src={shownOf(lampiran).thumb}
                  alt={t('foto', { nama: pengirim.nama })}
                  loading="lazy"
                  decoding="async"
                  draggable={false}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.list}>
          {files.map(({ id, lampiran }) => (
            <li key={id}>
              <FileCard shown={shownOf(lampiran)} here />
            </li>
          ))}
        </ul>
      )}
      {isMore && (
        <Button size="sm" variant="quiet" busy={isLoading} onClick={() => void store.loadOlder()}>
          {t('lebihLama')}
        </Button>
      )}
    </section>
  )
}

type WithLampiran = PesanView & { readonly lampiran: NonNullable<PesanView['lampiran']> }

const carries =
  (tipe: 'image' | 'file') =>
  (pesan: PesanView): pesan is WithLampiran =>
    pesan.lampiran?.tipe === tipe
