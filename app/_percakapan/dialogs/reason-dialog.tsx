'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useKeptText } from '@/app/_form/use-kept-text'
import { focusFootLater } from '@/app/_percakapan/context/focus'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Button, LinkButton } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextArea } from '@/app/_ui/field/text-field'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { lengthOf } from '@/lib/domain/text'
import { DialogFoot } from './dialog-foot'
import { Unsettled } from './unsettled'
import { useKonsultasiVerb } from './use-konsultasi-verb'

export interface Reason {
  readonly verb: 'tolak' | 'selesaikan'
  readonly field: 'alasan' | 'catatan_penutup'
}

/** Asks for the words that go with the end of a konsultasi, then ends it. */
export function ReasonDialog({ verb, field, open, onOpenChange }: Reason & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations(`percakapan.${verb}`)
  const umum = useTranslations('umum')
  const { me } = usePercakapan()
  const isEnd = verb === 'selesaikan'
  return (
    <Dialog title={t('judul')} description={t('uraian')} closeLabel={umum('tutup')} open={open} onOpenChange={onOpenChange}>
      {isEnd && (
        <>
          <Unsettled />
          <WithRingkasan />
        </>
      )}
      {!(isEnd && me.wajibRingkasan) && <ReasonForm verb={verb} field={field} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

/** The other way to end it: with a ringkasan, and what else the pasien takes along. */
function WithRingkasan() {
  const t = useTranslations('percakapan')
  const { me } = usePercakapan()
  const id = useThread((snapshot) => snapshot.konsultasi.id)
  return (
    <div>
      <LinkButton variant={me.wajibRingkasan ? 'primary' : 'secondary'} icon="file" href={`/dokter/konsultasi/${id}/penutup`}>
        {t('penutup')}
      </LinkButton>
    </div>
  )
}

function ReasonForm({ verb, field, onDone }: Reason & { onDone: () => void }) {
  const t = useTranslations(`percakapan.${verb}`)
  const errors = useTranslations('percakapan.galat')
  const { act, busy, error } = useKonsultasiVerb(verb)
  const [problem, setProblem] = useState<string[]>([])
  const { me } = usePercakapan()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const area = useRef<HTMLTextAreaElement>(null)
  const kept = useKeptText(area, me.id, `${konsultasiId}:${verb}`)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get(field)).trim()
    const length = lengthOf(text)
    if (length === 0 || length > ALASAN_MAX) {
      event.currentTarget.querySelector('textarea')?.focus()
      return setProblem([errors(length === 0 ? 'kosong' : 'terlaluPanjang', { batas: ALASAN_MAX })])
    }
    setProblem([])
    if (!(await act({ [field]: text }))) return
    kept.forget()
    onDone()
    focusFootLater()
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextArea ref={area} label={t('isian')} name={field} errors={problem} />
      <DialogFoot error={error}>
        <Button type="submit" variant={verb === 'tolak' ? 'danger' : 'primary'} busy={busy}>
          {t('tombol')}
        </Button>
      </DialogFoot>
    </form>
  )
}
