'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/app/_ui/icon'
import { Menu, MenuItem } from '@/app/_ui/menu'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './pesan-row.module.css'

/** What can be done with one's own pesan. */
export function PesanMenu({ pesan, onDelete }: { pesan: PesanView; onDelete: (pesan: PesanView) => void }) {
  const t = useTranslations('percakapan.pesan')
  const trigger = (
    <button type="button" className={styles.more} aria-label={t('pilihan')}>
      <Icon name="more" />
    </button>
  )
  return (
    <Menu trigger={trigger}>
      {pesan.pesan && <MenuItem onSelect={() => void navigator.clipboard?.writeText(pesan.pesan)}>{t('salin')}</MenuItem>}
      <MenuItem danger onSelect={() => onDelete(pesan)}>
        {t('hapus')}
      </MenuItem>
    </Menu>
  )
}
