import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/admin/_daftar/daftar.module.css'
import type { Filters } from '@/app/admin/_daftar/query'

/** About whom, and between which days. */
export function TimeForm({ path, filters: { pengguna, dari, sampai }, nama }: { path: string; filters: Filters; nama: string }) {
  const t = useTranslations('admin.jangkauan')
  const ta = useTranslations('admin.audit')
  return (
    <search>
      <form className={styles.search} data-fields="2" action={path} key={[pengguna, dari, sampai].join()}>
        <input type="hidden" name="pengguna" value={pengguna} />
        <TextField label={ta('dariTanggal')} name="dari" type="date" defaultValue={dari} />
        <TextField label={ta('sampaiTanggal')} name="sampai" type="date" defaultValue={sampai} />
        <Button type="submit" icon="search">
          {t('lihat')}
        </Button>
        <LinkButton href={path} variant="quiet" aria-label={t('orangLainNama', { nama })}>
          {t('orangLain')}
        </LinkButton>
      </form>
    </search>
  )
}
