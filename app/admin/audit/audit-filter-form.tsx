import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { Select, TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/admin/_daftar/daftar.module.css'
import type { Filters } from '@/app/admin/_daftar/query'
import { AKSI } from '@/lib/domain/audit'

/** What was done, and from which day to which; whom and which konsultasi it is about is chosen in the rows and goes along. */
export function AuditFilterForm({
  path,
  filters: { aktor, aksi, konsultasi_id, pengguna, dari, sampai },
}: {
  path: string
  filters: Filters
}) {
  const t = useTranslations('admin.audit')
  const kept = { aktor, konsultasi_id, pengguna }
  return (
    <search>
      <form className={styles.search} data-fields="3" action={path} key={[aksi, dari, sampai].join()}>
        {Object.entries(kept).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <Select label={t('saringAksi')} name="aksi" defaultValue={aksi ?? ''}>
          <option value="">{t('semuaAksi')}</option>
          {AKSI.map((value) => (
            <option key={value} value={value}>
              {t(`aksi.${value}`)}
            </option>
          ))}
        </Select>
        <TextField label={t('dariTanggal')} name="dari" type="date" defaultValue={dari} />
        <TextField label={t('sampaiTanggal')} name="sampai" type="date" defaultValue={sampai} />
        <Button type="submit" icon="search">
          {t('saring')}
        </Button>
      </form>
    </search>
  )
}
