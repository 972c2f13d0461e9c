'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan, useReactions } from '@/app/_percakapan/context/percakapan-context'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Icon } from '@/app/_ui/icon'
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuSeparator } from '@/app/_ui/menu/menu'
import { reactionsTo } from '@/lib/client/thread/reactions'
import type { PesanView } from '@/lib/contract/pesan'
import { isIssued } from '@/lib/domain/jenis-pesan'
import { EMOJI } from '@/lib/domain/pesan'
import styles from './pesan-row.module.css'

interface Props {
  /** The key of its row. */
  readonly id: string
  readonly pesan: PesanView
  readonly milik: boolean
  readonly open: boolean
}

/** What can be done with a pesan. */
export function PesanMenu({ id, pesan, milik, open }: Props) {
  const t = useTranslations('percakapan')
  const { canTakePart, reply, copy, select, remove, openMenu } = usePesanActions()
  const trigger = (
    <button type="button" className={styles.more} aria-label={t('menu.pilihan')} data-pilihan="" tabIndex={-1}>
      <Icon name="more" />
    </button>
  )
  return (
    <Menu trigger={trigger} open={open} onOpenChange={(opens) => openMenu(opens ? id : null)}>
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
      {canTakePart && milik && !isIssued(pesan.tipe_pesan) && (
        <MenuItem icon="trash" danger onSelect={() => remove(pesan)}>
          {t('menu.hapus')}
        </MenuItem>
      )}
    </Menu>
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
