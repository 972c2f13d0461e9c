'use client'

import { useTranslations } from 'next-intl'
import { hasOwnKeys } from '@/app/_percakapan/context/focus'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { useTool } from '@/app/_percakapan/dialogs/tools'
import { Button } from '@/app/_ui/button'
import { LaterPart } from '@/app/_ui/later/later-part'
import { Menu, MenuItem } from '@/app/_ui/menu/menu'
import { later } from '@/lib/client/page/later'

const moreTools = later(() => import('./more-tools').then((part) => part.MoreTools))

/** In the header: what can be done with the conversation as a whole. */
export function ToolMenu() {
  const t = useTranslations('percakapan')
  const open = useTool()
  const awake = useAwake()
  const { me } = usePercakapan()
  const isMine = useThread(({ konsultasi }) => me.peran === 'dokter' && konsultasi.dokter.id === me.id)
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
      {awake && hasOwnKeys() && (
        <MenuItem icon="keyboard" onSelect={() => open('pintasan')}>
          {t('pintasan.menu')}
        </MenuItem>
      )}
      <LaterPart of={moreTools} isMine={isMine} open={open} />
    </Menu>
  )
}
