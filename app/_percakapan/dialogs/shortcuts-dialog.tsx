'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog/dialog'
import styles from './shortcuts-dialog.module.css'

const SHORTCUTS = [
  ['atasBawah', ['↑', '↓']],
  ['terbaru', ['End']],
  ['balas', ['R']],
  ['reaksi', ['E', 'Enter']],
  ['salin', ['C']],
  ['hapus', ['Delete']],
  ['tulis', ['Esc']],
  ['bantuan', ['?', 'Ctrl + /']],
] as const

/** Every shortcut of the conversation, and where it works. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('percakapan.pintasan')
  const umum = useTranslations('umum')
  return (
    <Dialog title={t('judul')} description={t('uraian')} closeLabel={umum('tutup')} open={open} onOpenChange={onOpenChange}>
      <dl className={styles.shortcuts}>
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
