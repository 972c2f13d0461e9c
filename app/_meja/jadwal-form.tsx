'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { classes } from '@/app/_ui/classes'
import { Select, TextField } from '@/app/_ui/field/text-field'
import { ask } from '@/lib/client/api/api'
import type { JadwalView } from '@/lib/contract/jadwal'
import { LIBUR_MAX, MAKS_AKTIF_MAX, MINGGUAN_MAX, ZONA, type Zona } from '@/lib/domain/jadwal'
import styles from './meja.module.css'

type Row<Of> = Of & { readonly key: number }
const HARI = [1, 2, 3, 4, 5, 6, 7] as const

let keys = 0
const keyed = <Of extends object>(one: Of): Row<Of> => ({ ...one, key: ++keys })

/** Weekly hours, holidays, and how many at once. The rows keep what was typed; what is wrong is told on its field. */
export function JadwalForm({ jadwal }: { jadwal: JadwalView }) {
  const t = useTranslations('meja.jadwal')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [mingguan, setMingguan] = useState(() => jadwal.mingguan.map(keyed))
  const [libur, setLibur] = useState(() => jadwal.libur.map(keyed))
  const [isKept, setKept] = useState(false)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const all = (name: string) => data.getAll(name).map(String)
    const [hari, mulai, selesai, dari, sampai] = ['hari', 'mulai', 'selesai', 'dari', 'sampai'].map(all) as [
      string[],
      string[],
      string[],
      string[],
      string[],
    ]
    const most = String(data.get('maks_aktif') ?? '').trim()
    setKept(false)
    void submit(async () => {
      await ask('PUT /dokter/saya/jadwal', {
        json: {
          zona: String(data.get('zona')) as Zona,
          mingguan: hari.map((one, n) => ({ hari: Number(one), mulai: mulai[n] ?? '', selesai: selesai[n] ?? '' })),
          libur: dari.map((one, n) => ({ dari: one, sampai: sampai[n] ?? '' })),
          maks_aktif: most === '' ? null : Number(most),
        },
      })
      setKept(true)
      return false
    })
  }
  return (
    <form ref={form} className={styles.stack} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      <Select label={t('zona')} name="zona" defaultValue={jadwal.zona} errors={errors.zona}>
        {Object.keys(ZONA).map((zona) => (
          <option key={zona}>{zona}</option>
        ))}
      </Select>
      <Card className={styles.stack}>
        <fieldset className={styles.set}>
          <legend>{t('mingguan')}</legend>
          <p className={styles.hint}>{t('mingguanIsi')}</p>
          {errors.mingguan && (
            <Alert tone="danger" role="alert">
              <p>{errors.mingguan.join(' ')}</p>
            </Alert>
          )}
          {mingguan.map((jam, n) => (
            <Hours key={jam.key} jam={jam} nomor={n + 1} onDrop={() => setMingguan((all) => all.filter(({ key }) => key !== jam.key))} />
          ))}
          {mingguan.length < MINGGUAN_MAX && (
            <Button
              icon="plus"
              onClick={() => setMingguan((all) => [...all, keyed({ hari: nextHari(all), mulai: '08:00', selesai: '16:00' })])}
            >
              {t('tambahJam')}
            </Button>
          )}
        </fieldset>
      </Card>
      <Card className={styles.stack}>
        <fieldset className={styles.set}>
          <legend>{t('libur')}</legend>
          {errors.libur && (
            <Alert tone="danger" role="alert">
              <p>{errors.libur.join(' ')}</p>
            </Alert>
          )}
          {libur.map((one, n) => (
            <Holiday key={one.key} libur={one} nomor={n + 1} onDrop={() => setLibur((all) => all.filter(({ key }) => key !== one.key))} />
          ))}
          {libur.length < LIBUR_MAX && (
            <Button icon="plus" onClick={() => setLibur((all) => [...all, keyed({ dari: '', sampai: '' })])}>
              {t('tambahLibur')}
            </Button>
          )}
        </fieldset>
      </Card>
      <TextField
        label={t('maks')}
        hint={t('maksPetunjuk')}
        name="maks_aktif"
        type="number"
        inputMode="numeric"
        min={1}
        max={MAKS_AKTIF_MAX}
        defaultValue={jadwal.maks_aktif ?? ''}
        errors={errors.maks_aktif}
      />
      {isKept && (
        <Alert tone="success" role="status">
          <p>{t('tersimpan')}</p>
        </Alert>
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {t('simpan')}
      </Button>
    </form>
  )
}

/** The day after the last one that has hours. */
const nextHari = (all: readonly { readonly hari: number }[]) => ((all.at(-1)?.hari ?? 0) % 7) + 1

interface RowProps {
  readonly nomor: number
  readonly onDrop: () => void
}

function Hours({ jam, nomor, onDrop }: RowProps & { jam: JadwalView['mingguan'][number] }) {
  const t = useTranslations('meja.jadwal')
  const words = { h1: t('h1'), h2: t('h2'), h3: t('h3'), h4: t('h4'), h5: t('h5'), h6: t('h6'), h7: t('h7') }
  return (
    <fieldset className={styles.set} aria-label={t('jamKe', { nomor })}>
      <div className={styles.row}>
        <Select label={t('hari')} name="hari" defaultValue={jam.hari}>
          {HARI.map((hari) => (
            <option key={hari} value={hari}>
              {words[`h${hari}`]}
            </option>
          ))}
        </Select>
        <Clock label={t('mulai')} name="mulai" defaultValue={jam.mulai} />
        <Clock label={t('selesai')} name="selesai" defaultValue={jam.selesai} />
        <Button variant="quiet" icon="trash" iconOnly onClick={onDrop}>
          {t('hapusJam', { nomor })}
        </Button>
      </div>
    </fieldset>
  )
}

/** In 24 hours whatever the device's language, and up to 24:00, which no device's own field takes. */
const Clock = (props: { label: string; name: string; defaultValue: string }) => (
  <TextField {...props} inputMode="numeric" placeholder="08:00" maxLength={5} autoComplete="off" />
)

function Holiday({ libur, nomor, onDrop }: RowProps & { libur: JadwalView['libur'][number] }) {
  const t = useTranslations('meja.jadwal')
  return (
    <fieldset className={styles.set} aria-label={t('liburKe', { nomor })}>
      <div className={classes(styles.row, styles.two)}>
        <TextField label={t('dari')} name="dari" type="date" defaultValue={libur.dari} />
        <TextField label={t('sampai')} name="sampai" type="date" defaultValue={libur.sampai} />
        <Button variant="quiet" icon="trash" iconOnly onClick={onDrop}>
          {t('hapusLibur', { nomor })}
        </Button>
      </div>
    </fieldset>
  )
}
