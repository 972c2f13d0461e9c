'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { DialogActions, DialogClose } from '@/app/_ui/dialog/dialog'

/** The end of a dialog that does one thing: what kept it from that, the way back, and the button that does it. */
export function DialogFoot({ error, children }: { error: string | null; children: ReactNode }) {
  const t = useTranslations('umum')
  return (
    <>
      {error && (
        <Alert tone="danger" role="alert">
          <p>{error}</p>
        </Alert>
      )}
      <DialogActions>
        <DialogClose>
          <Button variant="quiet">{t('kembali')}</Button>
        </DialogClose>
        {children}
      </DialogActions>
    </>
  )
}
