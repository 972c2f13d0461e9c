'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Button } from '@/app/_ui/button'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { TextArea } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import { KOMENTAR_MAX, PENILAIAN_DAYS } from '@/lib/domain/penilaian'
import styles from './around.module.css'

const DAY = 24 * 60 * 60 * 1000
const BINTANG = [5, 4, 3, 2, 1] as const

/** How it was, in the words of its pasien, for some days after the end. */
export function Rating() {
  const t = useTranslations('alur.nilai')
  const { store } = usePercakapan()
  const { id, selesai_pada, penilaian } = useThread(({ konsultasi }) => konsultasi)
  const [isChanging, setChanging] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  if (selesai_pada === null || Date.now() - Date.parse(selesai_pada) > PENILAIAN_DAYS * DAY) return null
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const bintang = Number(data.get('bintang'))
    if (!bintang) return refuse({ errors: { bintang: [t('pilih')] } })
    void submit(async () => {
      const kept = await askFor('PUT /konsultasi/{id}/penilaian', { id, json: { bintang, komentar: String(data.get('komentar')) } })
      store.foldKonsultasi({ ...store.snapshot().konsultasi, penilaian: kept.data })
      setChanging(false)
      return false
    })
  }
  if (penilaian && !isChanging)
    return (
      <div className={styles.actions}>
        <p role="status">{t('terima')}</p>
        <Button size="sm" variant="quiet" onClick={() => setChanging(true)}>
          {t('ubah')}
        </Button>
      </div>
    )
  return (
    <details className={styles.rating} open={isChanging || undefined}>
      <summary>{t('judul')}</summary>
      <form ref={form} className={styles.ratingForm} method="post" noValidate onSubmit={onSubmit}>
        <FormAlert message={message} errors={errors} />
        <RadioCards
          label={t('bintang')}
          name="bintang"
          required
          columns
          errors={errors.bintang}
          defaultValue={penilaian ? String(penilaian.bintang) : undefined}
          choices={BINTANG.map((bintang) => ({ value: String(bintang), label: t(`b${bintang}`), detail: `${bintang} / 5` }))}
        />
        <TextArea
          label={t('komentar')}
          hint={t('komentarPetunjuk')}
          name="komentar"
          rows={2}
          maxLength={KOMENTAR_MAX}
          defaultValue={penilaian?.komentar ?? ''}
          dir="auto"
          errors={errors.komentar}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t('kirim')}
        </Button>
      </form>
    </details>
  )
}
