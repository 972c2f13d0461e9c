'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import listStyles from '@/app/_bagian/konsultasi-list.module.css'
import { KonsultasiRow, type Wing } from '@/app/_bagian/konsultasi-row'
import { useUnsent } from '@/app/_bagian/use-unsent'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import type { Salinan } from '@/lib/client/salinan'

interface Props {
  wing: Wing
  penggunaId: string
  semua: readonly Salinan[]
  /** The conversation that was asked for is not among them. */
  missing: boolean
}

/** The conversations that can be opened without a network; with it, the real page comes back by itself. */
export function KeptList({ wing, penggunaId, semua, missing }: Props) {
  const t = useTranslations('tahan.luring')
  const unsent = useUnsent(penggunaId)
  useEffect(() => {
    const reload = () => location.reload()
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [])
  const retry = (
    <Button icon="retry" onClick={() => location.reload()}>
      {t('cobaLagi')}
    </Button>
  )
  return (
    <Page title={t('judul')} lead={t('tersimpan')} actions={retry}>
      {missing && (
        <Alert tone="attention" role="status">
          <p>{t('belumTersimpan')}</p>
        </Alert>
      )}
      {semua.length === 0 ? (
        <EmptyState title={t('kosong')} />
      ) : (
        <ul className={listStyles.rows} aria-label={t('daftar')}>
          {semua.map((one) => (
            <li key={one.konsultasi_id}>
              <KonsultasiRow konsultasi={asKept(one)} wing={wing} unsent={unsent.get(one.konsultasi_id) ?? 0} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

/** As it was when it was last seen, not as the list last told it. */
const asKept = ({ konsultasi, page: { data, meta } }: Salinan) => ({
  ...konsultasi,
  status: meta.status,
  unread_count: meta.unread_count,
  pesan_terakhir: data.at(-1) ?? null,
})
