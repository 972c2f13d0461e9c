'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/field/checkbox'
import { Select } from '@/app/_ui/field/text-field'
import styles from '@/app/akun/akun.module.css'
import { ask } from '@/lib/client/api/api'
import type { ChooseKabar, PilihanKabarView } from '@/lib/contract/kabar'
import { BAHASA, type Bahasa } from '@/lib/domain/bahasa'
import type { JenisKabar } from '@/lib/domain/kabar'

/** For each kind of news the two ways that it can take, and the language of both. Nothing is kept until it is saved. */
export function KabarForm({ bahasa, pilihan }: PilihanKabarView) {
  const t = useTranslations('akun.kabar')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [saved, setSaved] = useState(false)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const json = choiceIn(new FormData(event.currentTarget), pilihan)
    setSaved(false)
    void submit(async () => {
      await ask('PUT /akun/kabar', { json })
      setSaved(true)
      return false
    })
  }
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} onChange={() => setSaved(false)}>
      <FormAlert message={message} errors={errors} />
      {pilihan.map((choice) => (
        <Kind key={choice.jenis} {...choice} />
      ))}
      <BahasaField chosen={bahasa} />
      <p className={styles.muted}>{t('selalu')}</p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('simpan')}
        </Button>
      </div>
      <div role="status">
        {saved && (
          <Alert tone="success">
            <p>{t('tersimpan')}</p>
          </Alert>
        )}
      </div>
    </form>
  )
}

function Kind({ jenis, push, surat }: PilihanKabarView['pilihan'][number]) {
  const t = useTranslations('akun.kabar')
  return (
    <fieldset className={styles.kind}>
      <legend>{t(`jenis.${jenis}.nama`)}</legend>
      <p className={styles.muted}>{t(`jenis.${jenis}.isi`)}</p>
      <Checkbox label={t('push')} name={nameOf(jenis, 'push')} defaultChecked={push} />
      <Checkbox label={t('surat')} name={nameOf(jenis, 'surat')} defaultChecked={surat} />
    </fieldset>
  )
}

/** Whoever changes the language of the pages while this one is open changes this one too (`account.tsx`): it must not save the old one again. */
function BahasaField({ chosen }: { chosen: Bahasa }) {
  const t = useTranslations('akun.kabar.bahasa')
  const locale = useLocale()
  const [seen, setSeen] = useState(locale)
  const [bahasa, setBahasa] = useState<string>(chosen)
  if (seen !== locale) {
    setSeen(locale)
    setBahasa(locale)
  }
  return (
    <Select label={t('judul')} hint={t('isi')} name="bahasa" value={bahasa} onChange={({ target }) => setBahasa(target.value)}>
      {BAHASA.map((value) => (
        <option key={value} value={value} lang={value}>
          {t(value)}
        </option>
      ))}
    </Select>
  )
}

const nameOf = (jenis: JenisKabar, way: 'push' | 'surat') => `${jenis}.${way}`

const choiceIn = (data: FormData, pilihan: PilihanKabarView['pilihan']): ChooseKabar => ({
  bahasa: BAHASA.find((value) => value === data.get('bahasa')),
  pilihan: pilihan.map(({ jenis }) => ({ jenis, push: data.has(nameOf(jenis, 'push')), surat: data.has(nameOf(jenis, 'surat')) })),
})
