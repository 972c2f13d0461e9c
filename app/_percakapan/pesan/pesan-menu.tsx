'use client'

import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Icon } from '@/app/_ui/icon'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import type { PesanMenuProps } from './pesan-menu-panel'
import styles from './pesan-row.module.css'

const panel = later(() => import('./pesan-menu-panel').then((part) => part.PesanMenuPanel))

interface Props extends Pick<PesanMenuProps, 'id' | 'pesan' | 'milik'> {
  /** What the button is called. */
  readonly name: string
  readonly open: PesanMenuProps['open'] | null
}

/** The button that opens what can be done with a pesan. Every row has one: it holds nothing until it is pressed. */
export function PesanMenu({ name, open, ...of }: Props) {
  const { openMenu } = usePesanActions()
  const buttonId = `pilihan-${of.id}`
  return (
    <>
      <button
        type="button"
        id={buttonId}
        className={styles.more}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        data-pilihan=""
        tabIndex={-1}
        onClick={({ detail }) => openMenu(open ? null : of.id, detail > 0)}
      >
        <Icon name="more" />
      </button>
      {open && <LaterPart of={panel} onFailed={() => openMenu(null)} {...of} open={open} buttonId={buttonId} />}
    </>
  )
}
