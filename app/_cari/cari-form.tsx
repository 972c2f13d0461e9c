import { useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { Button, LinkButton } from '@/app/_ui/button'
import { Select, TextField } from '@/app/_ui/field/text-field'
import { CARI_MAX } from '@/lib/domain/cari'
import type { LawanView } from '@/lib/operations/list-lawan'
import styles from './cari.module.css'
import { DayZone } from './day-zone'
import type { Fields } from './query'

const FILTERS = ['pengirim_id', 'dari', 'sampai'] as const

interface Props {
  readonly path: string
  readonly fields: Fields
  /** Names of fields that say nothing that can be looked for. */
  readonly wrong: readonly string[]
  /** The reader's own id. */
  readonly self: string
  readonly people: readonly LawanView[]
  /** The other one of the only konsultasi that is searched. */
  readonly within: LawanView | undefined
}

/** What to look for, and where: a plain form, so that it works before and without scripts, and its address can be kept. */
export function CariForm({ path, fields, wrong, self, people, within }: Props) {
  const t = useTranslations('cari')
  const errorsOf = (name: keyof Fields) =>
    wrong.includes(name) && fields[name] ? [t(`salah.${name === 'q' ? 'q' : 'tanggal'}`, { batas: CARI_MAX })] : []
  const { konsultasi_id, ...elsewhere } = fields
  return (
    <search>
      <form className={styles.form} action={path}>
        {konsultasi_id && <input type="hidden" name="konsultasi_id" value={konsultasi_id} />}
        <DayZone />
        <div className={styles.words}>
          <TextField
            label={t('kata')}
            name="q"
            type="search"
            defaultValue={fields.q}
            maxLength={CARI_MAX}
            errors={errorsOf('q')}
            autoComplete="off"
            enterKeyHint="search"
            required
          />
          <Button type="submit" variant="primary" icon="search">
            {t('tombol')}
          </Button>
        </div>
        {within && (
          <p className={styles.within}>
            <span>{t('dalam', { nama: within.nama })}</span>
            <LinkButton href={hrefOf(path, { ...elsewhere, cursor: undefined })} variant="quiet" size="sm" icon="close">
              {t('semuaKonsultasi')}
            </LinkButton>
          </p>
        )}
        <details className={styles.more} open={FILTERS.some((name) => fields[name])}>
          <summary>{t('saring')}</summary>
          <div className={styles.filters}>
            <Select label={t('dariSiapa')} name="pengirim_id" defaultValue={fields.pengirim_id ?? ''}>
              <option value="">{t('siapaSaja')}</option>
              <option value={self}>{t('saya')}</option>
              {(within ? [within] : people).map(({ id, nama }) => (
                <option key={id} value={id}>
                  {nama}
                </option>
              ))}
            </Select>
            <TextField label={t('sejak')} name="dari" type="date" defaultValue={fields.dari} errors={errorsOf('dari')} />
            <TextField label={t('sampai')} name="sampai" type="date" defaultValue={fields.sampai} errors={errorsOf('sampai')} />
          </div>
        </details>
      </form>
    </search>
  )
}
