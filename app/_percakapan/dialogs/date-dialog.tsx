'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextField } from '@/app/_ui/field/text-field'
import { useZone } from '@/app/_ui/time/clock'
import { ApiError } from '@/lib/client/api/answer'
import { findDay, pesanAt } from '@/lib/client/thread/find-day'
import { endOf } from '@/lib/client/thread/thread'
import { calendarOf } from '@/lib/client/time/calendar'
import { DialogFoot } from './dialog-foot'

/** Leads to the first pesan of a day, in the calendar of the reader's zone. */
export function DateDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('percakapan.tanggal')
  const umum = useTranslations('umum')
  const { store } = usePercakapan()
  const found = useRef<number | null>(null)

  /** The focus goes to the pesan, not back to the button; it can only go there once the dialog has let go of it. */
  function goThere() {
    if (found.current === null) return
    void store.goTo(found.current)
    found.current = null
  }

  return (
    <Dialog
      title={t('judul')}
      description={t('uraian')}
      closeLabel={umum('tutup')}
      open={open}
      onOpenChange={onOpenChange}
      onClosed={goThere}
    >
      <DateForm
        onFound={(urutan) => {
          found.current = urutan
          onOpenChange(false)
        }}
      />
    </Dialog>
  )
}

function DateForm({ onFound }: { onFound: (urutan: number) => void }) {
  const t = useTranslations('percakapan.tanggal')
  const errors = useTranslations('percakapan.galat')
  const { store } = usePercakapan()
  const { id, dibuat_pada } = useThread((snapshot) => snapshot.konsultasi)
  const dayOf = calendarOf(useZone())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const day = String(new FormData(event.currentTarget).get('hari'))
    if (!day) return setError(t('pilih'))
    setBusy(true)
    setError(null)
    try {
      const { thread } = store.snapshot()
      const ask = pesanAt(id)
      const urutan = await findDay(day, dayOf, endOf(thread), async (place) => thread.pesan.get(place) ?? ask(place))
      if (urutan === null) setError(t('kosong'))
      else onFound(urutan)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : errors('tanpaJawaban'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextField label={t('isian')} name="hari" type="date" min={dayOf(dibuat_pada)} max={dayOf(new Date().toISOString())} />
      <DialogFoot error={error}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('tombol')}
        </Button>
      </DialogFoot>
    </form>
  )
}
