'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'
import meja from '@/app/_meja/meja.module.css'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { Select, TextArea } from '@/app/_ui/field/text-field'
import { useDone } from '@/app/admin/_tindakan/after-deed'
import { ask } from '@/lib/client/api/api'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'

interface Props {
  readonly id: string
  readonly nama: string
  /** Who takes somebody now. */
  readonly dokter: readonly { readonly id: string; readonly nama: string }[]
}

/** Lets what waits wait for another dokter, with a reason. */
export function MoveButton({ id, nama, dokter }: Props) {
  const t = useTranslations('admin.meja')
  const tu = useTranslations('umum')
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={t('pindahJudul', { nama })}
      description={t('pindahIsi')}
      closeLabel={tu('tutup')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={t('pindahJudul', { nama })}>
          {t('pindah')}
        </Button>
      }
    >
      <MoveForm id={id} dokter={dokter} close={() => setOpen(false)} />
    </Dialog>
  )
}

function MoveForm({ id, dokter, close }: Omit<Props, 'nama'> & { close: () => void }) {
  const t = useTranslations('admin.meja')
  const ta = useTranslations('admin.alasan')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const done = useDone()
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const json = { dokter_id: String(data.get('dokter_id') ?? ''), alasan: String(data.get('alasan')) }
    void submit(async () => {
      await ask('PUT /admin/konsultasi/{id}/pindah', { id, json })
      close()
      done(t('selesai'))
      return true
    })
  }
  return (
    <form ref={form} className={meja.stack} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <Select label={t('ke')} name="dokter_id" defaultValue="" errors={errors.dokter_id} required>
        <option value="" disabled>
          {t('pilih')}
        </option>
        {dokter.map((one) => (
          <option key={one.id} value={one.id}>
            {one.nama}
          </option>
        ))}
      </Select>
      <TextArea label={ta('label')} name="alasan" maxLength={ALASAN_MAX} errors={errors.alasan} required />
      <SubmitFoot name={t('pindah')} busy={busy} />
    </form>
  )
}
