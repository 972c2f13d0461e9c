'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useBisa, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { useTool } from '@/app/_percakapan/dialogs/tools'
import { Button } from '@/app/_ui/button'
import { Menu, MenuItem } from '@/app/_ui/menu/menu'

/** In the header: what can be done with the conversation as a whole. */
export function ToolMenu() {
  const t = useTranslations('percakapan')
  const open = useTool()
  const awake = useAwake()
  const router = useRouter()
  const bisa = useBisa()
  const id = useThread((snapshot) => snapshot.konsultasi.id)
  const trigger = (
    <Button variant="quiet" size="sm" icon="more" iconOnly disabled={!awake}>
      {t('alat')}
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuItem icon="calendar" onSelect={() => open('tanggal')}>
        {t('tanggal.menu')}
      </MenuItem>
      {bisa.selesaikan && (
        <MenuItem icon="file" onSelect={() => router.push(`/dokter/konsultasi/${id}/penutup`)}>
          {t('penutup')}
        </MenuItem>
      )}
      <MenuItem icon="download" onSelect={() => window.open(`/api/v1/konsultasi/${id}/transkrip/pdf`, '_blank', 'noopener')}>
        {t('transkrip')}
      </MenuItem>
      <MenuItem icon="keyboard" onSelect={() => open('pintasan')}>
        {t('pintasan.menu')}
      </MenuItem>
    </Menu>
  )
}
