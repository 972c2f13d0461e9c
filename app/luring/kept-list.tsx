'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { KonsultasiRow, type WingName } from '@/app/_konsultasi/konsultasi-row'
import { useUnsent } from '@/app/_konsultasi/use-unsent'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkRows } from '@/app/_ui/link-rows'
import { Page } from '@/app/_ui/page'
import type { Salinan } from '@/lib/client/thread/salinan'
import { reloadWhenOnline } from './ways'

interface Props {
  wing: WingName
  penggunaId: string
  all: readonly Salinan[]
  /** The conversation that was asked for is not among them. */
  missing: boolean
}

/** The conversations that can be opened without a network; with it, the real page comes back by itself. */
export function KeptList({ wing, penggunaId, all, missing }: Props) {
  const t = useTranslations('luring')
  const unsent = useUnsent(penggunaId)
  useEffect(reloadWhenOnline, [])
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
      {all.length === 0 ? (
        <EmptyState title={t('kosong')} />
      ) : (
        <LinkRows label={t('daftar')}>
          {all.map((one) => (
            <KonsultasiRow key={one.konsultasi_id} konsultasi={asKept(one)} wing={wing} unsent={unsent.get(one.konsultasi_id) ?? 0} />
          ))}
        </LinkRows>
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
