import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import { LinkPending } from '@/app/_ui/link-pending'
import { SARING_MEJA, type SaringMeja } from '@/lib/domain/penanda'
import { NAMA_MAX } from '@/lib/domain/pengguna'
import styles from './meja.module.css'

interface Props {
  readonly path: string
  readonly status: string | undefined
  readonly saring: SaringMeja | undefined
  readonly q: string | undefined
}

/** What of the desk is shown: by a name, and by what waits. It works without scripts. */
export function MejaFilters({ path, status, saring, q }: Props) {
  const t = useTranslations('meja.meja')
  return (
    <>
      <search>
        <form className={styles.search} action={path}>
          {status && <input type="hidden" name="status" value={status} />}
          {saring && <input type="hidden" name="saring" value={saring} />}
          <TextField label={t('cari')} name="q" type="search" autoComplete="off" defaultValue={q} maxLength={NAMA_MAX} />
          <Button type="submit" icon="search">
            {t('tombolCari')}
          </Button>
        </form>
      </search>
      <nav className={styles.tabs} aria-label={t('saring')}>
        {[undefined, ...SARING_MEJA].map((value) => (
          <Link
            key={value ?? 'semua'}
            className={styles.tab}
            href={hrefOf(path, { status, saring: value, q })}
            prefetch={false}
            aria-current={value === saring ? 'page' : undefined}
          >
            <span>{t(value ?? 'semua')}</span>
            <LinkPending />
          </Link>
        ))}
      </nav>
    </>
  )
}
