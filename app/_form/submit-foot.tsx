'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { DialogActions, DialogClose } from '@/app/_ui/dialog/dialog'

/** The end of a form in a dialog: the way back, and the button that sends it. */
export function SubmitFoot({ name, danger, busy }: { name: string; danger?: boolean; busy: boolean }) {
  const t = useTranslations('umum')
  return (
    <DialogActions>
      <DialogClose>
        <Button>{t('batal')}</Button>
      </DialogClose>
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
        {name}
      </Button>
    </DialogActions>
  )
}
