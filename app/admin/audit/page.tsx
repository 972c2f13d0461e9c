import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { DownloadButton, LinkButton } from '@/app/_ui/button'
import { Section } from '@/app/_ui/card'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Pager } from '@/app/admin/_daftar/pager'
import { rawFilters, readFilters } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { AuditFilters, ListAudit } from '@/lib/contract/admin'
import { Refusal } from '@/lib/domain/refusal'
import { listAuditEntries } from '@/lib/operations/list-audit'
import { readPengguna } from '@/lib/operations/read-pengguna'
import { ActiveFilters } from './active-filters'
import { AuditFilterForm } from './audit-filter-form'
import { AuditRow } from './audit-row'
import { ChainCheck } from './chain-check'

const PATH = '/admin/audit'
const NAMES = AuditFilters.keyof().options

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.audit'))('judul') }
}

/** Who did, and who read, what. */
export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const query = await readFilters(searchParams, ListAudit)
  const [{ data, pagination }, filters] = await Promise.all([
    listAuditEntries(actor, query).catch(answerNobody),
    rawFilters(searchParams, NAMES),
  ])
  const pengguna = query.pengguna === undefined ? null : await readPengguna(actor, query.pengguna).catch(answerRefusal)
  const t = await getTranslations('admin.audit')
  return (
    <Page
      title={t('judul')}
      lead={t('isi')}
      actions={
        <>
          <LinkButton variant="quiet" icon="users" href="/admin/audit/jangkauan">
            {t('jangkauan')}
          </LinkButton>
          <DownloadButton variant="quiet" href={hrefOf('/api/v1/admin/audit/csv', filters)}>
            {t('unduh')}
          </DownloadButton>
        </>
      }
    >
      <AuditFilterForm path={PATH} filters={filters} />
      <ActiveFilters path={PATH} filters={filters} sample={data[0]} penggunaNama={pengguna?.pengguna.nama} />
      {data.length > 0 ? (
        <Rows label={t('judul')}>
          {data.map((entry) => (
            <AuditRow key={entry.id} entry={entry} path={PATH} />
          ))}
        </Rows>
      ) : (
        <EmptyState title={t('kosong')} action={Object.keys(filters).length > 0 && <LinkButton href={PATH}>{t('semua')}</LinkButton>} />
      )}
      <Pager path={PATH} filters={filters} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
      <Section title={t('rantai.judul')} id="rantai">
        <ChainCheck />
      </Section>
    </Page>
  )
}

/** An address that names nobody leads nowhere. */
function answerNobody(error: unknown): never {
  if (error instanceof Refusal && error.code === 'validation_failed') notFound()
  answerRefusal(error)
}
