'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useBisa, useThread } from '@/app/_percakapan/context/percakapan-context'
import { MenuItem } from '@/app/_ui/menu/menu'
import { MarkItems } from './mark-items'

/** In the menu of the conversation: its dokter's own marks, and what comes out of it. */
export function MoreTools({ isMine, open }: { isMine: boolean; open: (tool: 'catatan' | 'alih') => void }) {
  const t = useTranslations('percakapan')
  const router = useRouter()
  const bisa = useBisa()
  const id = useThread((snapshot) => snapshot.konsultasi.id)
  return (
    <>
      {isMine && <MarkItems onNote={() => open('catatan')} onAlih={() => open('alih')} />}
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
