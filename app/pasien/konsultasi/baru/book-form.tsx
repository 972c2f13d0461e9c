'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { held, useHeldForm } from '@/app/_bagian/held-forms'
import { useSubmission } from '@/app/_bagian/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Avatar } from '@/app/_ui/avatar'
import { Button } from '@/app/_ui/button'
import { RadioCards } from '@/app/_ui/radio-cards'
import { TextArea, TextField } from '@/app/_ui/text-field'
import { askFor } from '@/lib/client/api'
import type { Success } from '@/lib/contract/envelope'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { DokterView } from '@/lib/contract/pengguna'
import { KELUHAN_MAX, KELUHAN_MIN } from '@/lib/domain/konsultasi'
import styles from './baru.module.css'

/** From so many dokter on, a field to look for one is worth its place. */
const SEARCH_FROM = 6

/** Chooses a dokter, says what is wrong, and goes on to the page of the new konsultasi. It begins with what was said in the one `before`. */
export function BookForm({ dokter, before }: { dokter: readonly DokterView[]; before: KonsultasiView | null }) {
  const t = useTranslations('pasien.baru')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const [search, setSearch] = useState('')
  const first = dokter.find(({ id, tersedia }) => tersedia && id === before?.dokter.id)?.id
  const [chosen, setChosen] = useState(first)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const dokter_id = data.get('dokter_id')
    if (!dokter_id) return refuse({ errors: { dokter_id: [t('pilih')] } })
    void submit(async () => {
      const json = { dokter_id, keluhan: data.get('keluhan') }
      const booked = await askFor<Success<KonsultasiView>>('/konsultasi', { method: 'POST', json })
      router.push(`/pasien/konsultasi/${booked.data.id}`)
      return true
    })
  }

  // The one that is chosen stays in sight, so that nobody books a dokter whom they no longer see.
  const shown = dokter.filter((one) => one.id === chosen || matches(one, search))
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      <RadioCards
        label={t('dokter')}
        name="dokter_id"
        required
        errors={errors.dokter_id}
        defaultValue={first}
        onChoose={setChosen}
        choices={shown.map((one) => ({
          value: one.id,
          label: one.nama,
          detail: one.tersedia ? one.spesialisasi : `${one.spesialisasi} · ${t('tutup')}`,
          lead: <Avatar name={one.nama} seed={one.id} />,
          disabled: !one.tersedia,
        }))}
      >
        {dokter.length >= SEARCH_FROM && (
          <TextField
            label={t('cari')}
            type="search"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        {shown.length === 0 && <p role="status">{t('tidakKetemu')}</p>}
      </RadioCards>
      <TextArea
        label={t('keluhan')}
        name="keluhan"
        rows={5}
        maxLength={KELUHAN_MAX}
        defaultValue={before?.keluhan}
        hint={t('keluhanPetunjuk', { min: KELUHAN_MIN })}
        errors={errors.keluhan}
        required
      />
      <p className={styles.urgent}>{t('darurat')}</p>
      <Button type="submit" variant="primary" busy={busy}>
        {t('tombol')}
      </Button>
    </form>
  )
}

const matches = ({ nama, spesialisasi }: DokterView, search: string) =>
  `${nama} ${spesialisasi}`.toLocaleLowerCase('id').includes(search.trim().toLocaleLowerCase('id'))
