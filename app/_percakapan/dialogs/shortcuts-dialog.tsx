'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { KeyList } from '@/app/_ui/key-list'
import { RUANG_KEYS } from '@/lib/client/page/ruang-keys'
import styles from './shortcuts-dialog.module.css'

const SHORTCUTS = [
  ['atasBawah', ['↑', '↓']],
  ['terbaru', ['End']],
  ['balas', ['R']],
  ['reaksi', ['E', 'Enter']],
  ['salin', ['C']],
  ['hapus', ['Delete']],
  ['tulis', ['Esc']],
  ['cari', ['Ctrl + Shift + F']],
  ['bantuan', ['?', 'Ctrl + /']],
] as const

/** Every shortcut of the conversation, and where it works. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('percakapan.pintasan')
  const umum = useTranslations('umum')
  const isDokter = usePercakapan().me.peran === 'dokter'
  return (
    <Dialog title={t('judul')} description={t('uraian')} closeLabel={umum('tutup')} open={open} onOpenChange={onOpenChange}>
      <KeyList className={styles.shortcuts} of={SHORTCUTS.map(([name, keys]) => [t(name), keys])} />
      {isDokter && <AtTheDesk />}
    </Dialog>
  )
}

/** For a dokter: the keys that lead from one conversation to another. */
function AtTheDesk() {
  const t = useTranslations('meja.ruang')
  return (
    <>
      <h3>{t('judul')}</h3>
      <KeyList className={styles.shortcuts} of={RUANG_KEYS.map(([name, keys]) => [t(name), keys])} />
    </>
  )
}
