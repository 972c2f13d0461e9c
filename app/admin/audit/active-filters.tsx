import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { Icon } from '@/app/_ui/icon'
import type { Filters } from '@/app/admin/_daftar/query'
import type { AuditEntry } from '@/lib/operations/list-audit'
import styles from './audit.module.css'

interface Props {
  path: string
  filters: Filters
  sample: AuditEntry | undefined
  penggunaNama: string | undefined
}

/** Whom and what the list is narrowed to, each with a way to take it off. The names come from the rows that were found. */
export function ActiveFilters({ path, filters, sample, penggunaNama }: Props) {
  const t = useTranslations('admin.audit')
  const { aktor, konsultasi_id, pengguna } = filters
  const { pasien, dokter } = sample?.nama ?? {}
  if (!aktor && !konsultasi_id && !pengguna) return null
  return (
    <ul className={styles.filters} aria-label={t('saringan')}>
      {aktor && <Taken href={hrefOf(path, { ...filters, aktor: undefined })} words={t('oleh', { nama: sample?.aktor?.nama ?? aktor })} />}
      {pengguna && (
        <Taken href={hrefOf(path, { ...filters, pengguna: undefined })} words={t('padanya', { nama: penggunaNama ?? pengguna })} />
      )}
      {konsultasi_id && (
        <Taken
          href={hrefOf(path, { ...filters, konsultasi_id: undefined })}
          words={t('tentang', { konsultasi: pasien && dokter ? `${pasien} · ${dokter}` : konsultasi_id })}
        />
      )}
    </ul>
  )
}

function Taken({ href, words }: { href: string; words: string }) {
  const t = useTranslations('admin.audit')
  return (
    <li>
      <Link className={styles.filter} href={href} prefetch={false}>
        <span>{words}</span>
        <Icon name="close" />
        <span className="visually-hidden">{t('lepas')}</span>
      </Link>
    </li>
  )
}
