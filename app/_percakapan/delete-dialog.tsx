'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions, DialogClose } from '@/app/_ui/dialog'
import { ApiError, askFor } from '@/lib/client/api'
import type { Success } from '@/lib/contract/envelope'
import type { PesanView } from '@/lib/contract/pesan'
import { usePercakapan } from './percakapan-context'

/** Asks before a pesan becomes a tombstone; open while there is a `pesan`. */
export function DeleteDialog({ pesan, onClose }: { pesan: PesanView | null; onClose: () => void }) {
  const t = useTranslations('percakapan')
  const umum = useTranslations('umum')
  const { store } = usePercakapan()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function remove({ id }: PesanView) {
    setBusy(true)
    setError(null)
    try {
      store.fold((await askFor<Success<PesanView>>(`/pesan/${id}`, { method: 'DELETE' })).data)
      onClose()
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
      open={pesan !== null}
      onOpenChange={(open) => open || onClose()}
    >
      {error && (
        <Alert tone="danger" role="alert">
          <p>{error}</p>
        </Alert>
      )}
      <DialogActions>
        <DialogClose>
          <Button variant="quiet">{umum('kembali')}</Button>
        </DialogClose>
        <Button variant="danger" busy={busy} onClick={() => pesan && void remove(pesan)}>
          {t('hapus.tombol')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
