import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/admin/_daftar/daftar.module.css'
import type { Filters } from '@/app/admin/_daftar/query'
import { NAMA_MAX } from '@/lib/domain/pengguna'

/** Between whom, and asked for from which day to which; the status goes along. */
export function KonsultasiFilterForm({ path, filters: { status, pasien, dokter, dari, sampai } }: { path: string; filters: Filters }) {
  const t = useTranslations('umum.peran')
  const ta = useTranslations('admin.audit')
  return (
    <search>
      <form className={styles.search} data-fields="4" action={path} key={[pasien, dokter, dari, sampai].join()}>
        {status && <input type="hidden" name="status" value={status} />}
        <TextField label={t('pasien')} name="pasien" defaultValue={pasien} maxLength={NAMA_MAX} autoComplete="off" />
        <TextField label={t('dokter')} name="dokter" defaultValue={dokter} maxLength={NAMA_MAX} autoComplete="off" />
        <TextField label={ta('dariTanggal')} name="dari" type="date" defaultValue={dari} />
        <TextField label={ta('sampaiTanggal')} name="sampai" type="date" defaultValue={sampai} />
        <Button type="submit" icon="search">
          {ta('saring')}
        </Button>
      </form>
    </search>
  )
}
