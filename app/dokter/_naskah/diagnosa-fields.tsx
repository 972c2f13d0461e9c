'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { askFor } from '@/lib/client/api/api'
import { DIAGNOSA_BARU, type DiagnosaTerketik } from '@/lib/client/naskah/naskah'
import { below, type ErrorsOf, withRow } from './fields'
import styles from './naskah.module.css'
import { SuggestedField } from './suggested-field'

interface Props {
  readonly diagnosa: readonly DiagnosaTerketik[]
  readonly change: (diagnosa: DiagnosaTerketik[]) => void
  readonly errorsOf: ErrorsOf
}

interface Row {
  readonly kode: string
  readonly nama: string
}

const lineOf = ({ kode, nama }: Row) => `${nama} (${kode})`
const complete = async (q: string) => (await askFor('GET /diagnosa', { query: { q } })).data

/** Diagnoses, by search or as one writes them, one of them the main one. */
export function DiagnosaFields({ diagnosa, change, errorsOf }: Props) {
  const t = useTranslations('naskah.diagnosa')
  const group = useId()
  const wrong = errorsOf('diagnosa')
  const put = (at: number, row: DiagnosaTerketik | null) => {
    const rows = withRow(diagnosa, at, row)
    const [first, ...rest] = rows
    change(first && !rows.some(({ utama }) => utama) ? [{ ...first, utama: true }, ...rest] : rows)
  }
  return (
    <fieldset className={styles.obat}>
      <legend>{t('judul')}</legend>
      {wrong && (
        <Alert tone="danger" role="alert">
          <p>{wrong.join(' ')}</p>
        </Alert>
      )}
      {diagnosa.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={at} className={styles.stack}>
          <SuggestedField
            label={diagnosa.length > 1 ? t('ke', { ke: at + 1 }) : t('nama')}
            hint={one.kode ? t('kode', { kode: one.kode }) : t('petunjuk')}
            value={one.nama}
            errors={below(errorsOf, `diagnosa.${at}`)('nama')}
            complete={complete}
            lineOf={lineOf}
            onTyped={(text, row) => put(at, row ? { ...one, ...row } : { ...one, nama: text, kode: '' })}
          />
          {diagnosa.length > 1 && (
            <div className={styles.actions}>
              <label>
                <input
                  type="radio"
                  name={group}
                  checked={one.utama}
                  onChange={() => change(diagnosa.map((other, place) => ({ ...other, utama: place === at })))}
                />{' '}
                {t('utama')}
              </label>
              <Button variant="quiet" size="sm" icon="close" onClick={() => put(at, null)}>
                {t('hapus', { ke: at + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button size="sm" icon="plus" onClick={() => change([...diagnosa, { ...DIAGNOSA_BARU, utama: diagnosa.length === 0 }])}>
          {t('tambah')}
        </Button>
      </div>
    </fieldset>
  )
}
