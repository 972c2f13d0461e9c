'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { TextArea } from '@/app/_ui/field/text-field'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { useDone } from './after-deed'
import { type Deed, perform } from './deed'

interface Props {
  deed: Deed
  /** The name of the button that opens the dialog, and of the one in it that acts. */
  name: string
  /** The id of what says whom it is about: the same name stands on every row. */
  about: string
  title: string
  description: string
  hint?: string
  look?: Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'icon'>
  danger?: boolean
}

/** Asks for a reason, then does it: the reason goes into the log. */
export function ActWithReason({ deed, name, about, title, description, hint, look, danger }: Props) {
  const t = useTranslations('umum')
  const [open, setOpen] = useState(false)
  const trigger = (
    <Button size="sm" {...look} aria-describedby={about}>
      {name}
    </Button>
  )
  return (
    <Dialog title={title} description={description} closeLabel={t('tutup')} trigger={trigger} open={open} onOpenChange={setOpen}>
      <ReasonForm deed={deed} name={name} hint={hint} danger={danger} close={() => setOpen(false)} />
    </Dialog>
  )
}

function ReasonForm({ deed, name, hint, danger, close }: Pick<Props, 'deed' | 'name' | 'hint' | 'danger'> & { close: () => void }) {
  const t = useTranslations('admin.alasan')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const done = useDone()

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const alasan = String(new FormData(event.currentTarget).get('alasan')).trim()
    if (!alasan) return refuse({ errors: { alasan: [t('kosong')] } })
    void submit(async () => {
      await perform(deed, alasan)
      close()
      done(deed.done)
      return true
    })
  }
  return (
    <form ref={form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <TextArea label={t('label')} name="alasan" required maxLength={ALASAN_MAX} hint={hint} errors={errors.alasan} />
      <SubmitFoot name={name} danger={danger} busy={busy} />
    </form>
  )
}
