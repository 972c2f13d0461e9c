'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { usePercakapan, useReactions } from '@/app/_percakapan/context/percakapan-context'
import { type OpenMenu, usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Close, MenuItem, MenuSeparator } from '@/app/_ui/menu/menu'
import { MenuChoice, MenuChoices } from '@/app/_ui/menu/menu-choices'
import { MenuPanel } from '@/app/_ui/menu/menu-panel'
import { reactionsTo } from '@/lib/client/thread/reactions'
import type { PesanView } from '@/lib/contract/pesan'
import { isIssued } from '@/lib/domain/jenis-pesan'
import { EMOJI } from '@/lib/domain/pesan'

export interface PesanMenuProps {
  /** The key of its row. */
  readonly id: string
  readonly pesan: PesanView
  readonly milik: boolean
  readonly open: OpenMenu
  readonly buttonId: string
}

/** The open menu of a pesan, at its button. */
export function PesanMenuPanel({ open, buttonId, ...of }: PesanMenuProps) {
  const { openMenu } = usePesanActions()
  const button = useRef(document.getElementById(buttonId))
  const intoFirst = useRef(!open.byPointer)
  const close = () => {
    button.current?.focus({ preventScroll: true })
    openMenu(null)
  }
  return (
    <MenuPanel labelledBy={buttonId} button={button} intoFirst={intoFirst} close={close}>
      <Close value={close}>
        <Items {...of} />
      </Close>
    </MenuPanel>
  )
}

/** What can be done with a pesan. */
function Items({ id, pesan, milik }: Pick<PesanMenuProps, 'id' | 'pesan' | 'milik'>) {
  const t = useTranslations('percakapan')
  const { me } = usePercakapan()
  const { canTakePart, reply, copy, select, makeBalasan, remove } = usePesanActions()
  return (
    <>
      {canTakePart && <Palette pesan={pesan} />}
      {canTakePart && (
        <MenuItem icon="reply" onSelect={() => reply(pesan)}>
          {t('menu.balas')}
        </MenuItem>
      )}
      {pesan.pesan && (
        <MenuItem icon="copy" onSelect={() => copy(pesan.pesan)}>
          {t('menu.salin')}
        </MenuItem>
      )}
      {pesan.pesan && (
        <MenuItem icon="text" onSelect={() => select(id)}>
          {t('menu.pilih')}
        </MenuItem>
      )}
      {me.peran === 'dokter' && pesan.pesan && (
        <MenuItem icon="plus" onSelect={() => makeBalasan(pesan.pesan)}>
          {t('menu.balasan')}
        </MenuItem>
      )}
      {canTakePart && milik && !isIssued(pesan.tipe_pesan) && (
        <MenuItem icon="trash" danger onSelect={() => remove(pesan)}>
          {t('menu.hapus')}
        </MenuItem>
      )}
    </>
  )
}

/** The reactions in words: here a sign means what the clinic agreed on. */
function Palette({ pesan }: { pesan: PesanView }) {
  const t = useTranslations('percakapan.reaksi')
  const { me } = usePercakapan()
  const { wishes } = useReactions()
  const { react } = usePesanActions()
  const own = reactionsTo(pesan, wishes, me.id).find((one) => one.pengguna_id === me.id)
  return (
    <>
      <MenuChoices label={t('nama')}>
        {EMOJI.map((emoji) => (
          <MenuChoice key={emoji} sign={emoji} checked={own?.emoji === emoji} onSelect={() => react(pesan, emoji)}>
            {t(emoji)}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuSeparator />
    </>
  )
}
