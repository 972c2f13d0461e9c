'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { Button } from '@/app/_ui/button'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { later } from '@/lib/client/page/later'
import type { Reason } from './reason-dialog'

const reasonDialog = later(() => import('./reason-dialog').then((part) => part.ReasonDialog))

/** The dokter ends an active konsultasi with a note that the pasien can read. */
export const CompleteButton = () => <ReasonButton verb="selesaikan" field="catatan_penutup" />

/** The dokter declines a pending one, with a reason. */
export const RejectButton = () => <ReasonButton verb="tolak" field="alasan" />

function ReasonButton({ verb, field }: Reason) {
  const t = useTranslations(`percakapan.${verb}`)
  const awake = useAwake()
  const [open, setOpen] = useState(false)
  const openFrom = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // Safari gives no focus to a button that is clicked, and it must come back there.
    currentTarget.focus()
    setOpen(true)
  }
  return (
    <>
      <Button size={verb === 'selesaikan' ? 'sm' : 'md'} disabled={!awake} aria-haspopup="dialog" onClick={openFrom}>
        {t('tombol')}
      </Button>
      {open && <LaterDialog of={reasonDialog} verb={verb} field={field} open onOpenChange={setOpen} />}
    </>
  )
}
