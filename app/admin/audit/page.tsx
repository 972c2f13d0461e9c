import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Select } from '@/app/_ui/text-field'
import styles from '@/app/admin/_daftar/daftar.module.css'
import { Pager } from '@/app/admin/_daftar/pager'
import { type Filters, readFilters, type SearchParams } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { ListAudit } from '@/lib/contract/admin'
import { AKSI } from '@/lib/domain/audit'
import { Refusal } from '@/lib/domain/refusal'
import { listAuditEntries } from '@/lib/operations/list-audit'
import { ActiveFilters } from './active-filters'
import { AuditRow } from './audit-row'

const PATH = '/admin/audit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.audit'))('judul') }
}

/** Who did, and who read, what. */
export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const query = await readFilters(searchParams, ListAudit)
  const { data, pagination } = await listAuditEntries(actor, query).catch(answerNobody)
  const t = await getTranslations('admin.audit')
  const filters = { aktor: query.aktor, aksi: query.aksi, konsultasi_id: query.konsultasi_id }
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <FilterForm filters={filters} />
      <ActiveFilters path={PATH} filters={filters} sample={data[0]} />
      {data.length > 0 ? (
        <Rows label={t('judul')}>
          {data.map((entry) => (
            <AuditRow key={entry.id} entry={entry} path={PATH} />
          ))}
        </Rows>
      ) : (
        <EmptyState title={t('kosong')} action={isFiltered && <LinkButton href={PATH}>{t('semua')}</LinkButton>} />
      )}
      <Pager path={PATH} filters={filters} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </Page>
  )
}

/** An address that names nobody leads nowhere. */
function answerNobody(error: unknown): never {
  if (error instanceof Refusal && error.code === 'validation_failed') notFound()
  answerRefusal(error)
}

async function FilterForm({ filters: { aktor, aksi, konsultasi_id } }: { filters: Filters }) {
  const t = await getTranslations('admin.audit')
  return (
    <search>
      <form className={styles.search} data-fields="1" action={PATH}>
        {aktor && <input type="hidden" name="aktor" value={aktor} />}
        {konsultasi_id && <input type="hidden" name="konsultasi_id" value={konsultasi_id} />}
        <Select label={t('saringAksi')} name="aksi" defaultValue={aksi ?? ''} key={aksi}>
          <option value="">{t('semuaAksi')}</option>
          {AKSI.map((value) => (
            <option key={value} value={value}>
              {t(`aksi.${value}`)}
            </option>
          ))}
        </Select>
        <Button type="submit">{t('saring')}</Button>
      </form>
    </search>
  )
}
