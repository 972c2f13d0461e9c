'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog/dialog'
import { Spinner } from '@/app/_ui/spinner'
import type { Later } from '@/lib/client/page/later'

interface Switch {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** A dialog that is fetched when it is first opened; render it only then. Until it is there another one says that it comes, or that it cannot be had. */
export function LaterDialog<Props extends Switch>({ of, ...rest }: Props & { of: Later<ComponentType<Props>> }) {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>(of.now() ? 'here' : 'coming')
  useEffect(() => {
    if (state !== 'coming') return
    of().then(
      () => setState('here'),
      () => setState('failed'),
    )
  }, [state, of])
  const Fetched = of.now()
  const props = rest as unknown as Props
  if (Fetched && state === 'here') return <Fetched {...props} />
  return <Coming {...props} retry={state === 'failed' ? () => setState('coming') : null} />
}

function Coming({ open, onOpenChange, retry }: Switch & { retry: (() => void) | null }) {
  const t = useTranslations('umum')
  const part = useTranslations('umum.bagian')
  return (
    <Dialog title={t('memuat')} closeLabel={t('tutup')} open={open} onOpenChange={onOpenChange}>
      {retry ? (
        <>
          <Alert tone="danger" role="alert">
            <p>{part('gagal')}</p>
          </Alert>
          <DialogActions>
            <Button variant="primary" icon="retry" onClick={retry}>
              {t('cobaLagi')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <Spinner />
      )}
    </Dialog>
  )
}
