'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isFocusLost } from '@/app/_percakapan/context/focus'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { PesanView } from '@/lib/contract/pesan'
import { DialogFoot } from './dialog-foot'

/** Asks before a pesan becomes a tombstone. */
export function DeleteDialog({ pesan, open, onOpenChange }: { pesan: PesanView; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('percakapan')
  const umum = useTranslations('umum')
  const { store } = usePercakapan()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function remove() {
    setBusy(true)
    setError(null)
    try {
      store.fold((await askFor('DELETE /pesan/{id}', { id: pesan.id })).data)
      onOpenChange(false)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : t('galat.tanpaJawaban'))
    } finally {
      setBusy(false)
      void store.catchUp()
    }
  }

  return (
    <Dialog
      title={t('hapus.judul')}
      description={t('hapus.uraian')}
      closeLabel={umum('tutup')}
      open={open}
      onOpenChange={onOpenChange}
      onClosed={() => focusRow(pesan)}
    >
      <DialogFoot error={error}>
        <Button variant="danger" busy={busy} onClick={() => void remove()}>
          {t('hapus.tombol')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** The button of its menu is gone with its words: the focus stays at the row; later, when the dialog has let go of it. */
const focusRow = ({ urutan }: PesanView) =>
  setTimeout(() => {
    if (isFocusLost()) document.querySelector<HTMLElement>(`[data-urutan="${urutan}"]`)?.focus({ preventScroll: true })
  })
