'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useBisa, useThread } from '@/app/_percakapan/context/percakapan-context'
import { MenuItem } from '@/app/_ui/menu/menu'

/** In the menu of the conversation: what comes out of it. */
export function MoreTools() {
  const t = useTranslations('percakapan')
  const router = useRouter()
  const bisa = useBisa()
  const id = useThread((snapshot) => snapshot.konsultasi.id)
  return (
    <>
      {bisa.selesaikan && (
        <MenuItem icon="file" onSelect={() => router.push(`/dokter/konsultasi/${id}/penutup`)}>
          {t('penutup')}
        </MenuItem>
      )}
      <MenuItem icon="download" onSelect={() => window.open(`/api/v1/konsultasi/${id}/transkrip/pdf`, '_blank', 'noopener')}>
        {t('transkrip')}
      </MenuItem>
    </>
  )
}
