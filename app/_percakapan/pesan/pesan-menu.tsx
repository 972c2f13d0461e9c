'use client'

import { useTranslations } from 'next-intl'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Icon } from '@/app/_ui/icon'
import { useLater } from '@/app/_ui/later/use-later'
import { Menu } from '@/app/_ui/menu/menu'
import { later } from '@/lib/client/page/later'
import type { PesanMenuProps } from './pesan-menu-items'
import styles from './pesan-row.module.css'

const menuItems = later(() => import('./pesan-menu-items').then((part) => part.PesanMenuItems))

/** The button that opens what can be done with a pesan. */
export function PesanMenu({ open, ...of }: PesanMenuProps & { readonly open: boolean }) {
  const t = useTranslations('percakapan')
  const { openMenu } = usePesanActions()
  // It opens with all of them: the keyboard begins on the first.
  const { part: Items } = useLater(menuItems, open)
  const trigger = (
    <button type="button" className={styles.more} aria-label={t('menu.pilihan')} data-pilihan="" tabIndex={-1}>
      <Icon name="more" />
    </button>
  )
  return (
    <Menu trigger={trigger} open={open && Items !== null} onOpenChange={(opens) => openMenu(opens ? of.id : null)}>
      {Items && <Items {...of} />}
    </Menu>
  )
}
