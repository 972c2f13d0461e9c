import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from '@/app/_ui/address'
import { Alert } from '@/app/_ui/alert'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Pager } from '@/app/admin/_daftar/pager'
import { rawFilters, readFilters } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { ListPengguna, ReadJangkauan } from '@/lib/contract/admin'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { readJangkauan } from '@/lib/operations/read-jangkauan'
import { JangkauanRow } from './jangkauan-row'
import { PersonSearch } from './person-search'
import { TimeForm } from './time-form'

const PATH = '/admin/audit/jangkauan'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.jangkauan'))('judul') }
}

/** Whose data could somebody have read between two days? First who, then from when to when. */
export default async function JangkauanPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const { pengguna } = await rawFilters(searchParams, ['pengguna'])
  const t = await getTranslations('admin.jangkauan')
  return (
    <Page
      title={t('judul')}
      lead={t('isi')}
      actions={
        <LinkButton variant="quiet" icon="arrow-left" href="/admin/audit">
          {t('kembali')}
        </LinkButton>
      }
    >
      {pengguna ? (
        <Reach actor={actor} searchParams={searchParams} />
      ) : (
        <PersonSearch actor={actor} path={PATH} query={await readFilters(searchParams, ListPengguna)} />
      )}
    </Page>
  )
}

async function Reach({ actor, searchParams }: { actor: Actor; searchParams: SearchParams }) {
  const query = await readFilters(searchParams, ReadJangkauan)
  const { data, meta, pagination } = await readJangkauan(actor, query).catch(answerNobody)
  const filters = await rawFilters(searchParams, ['pengguna', 'dari', 'sampai'])
  const t = await getTranslations('admin.jangkauan')
  const { nama, peran } = meta.pengguna
  return (
    <>
      <TimeForm path={PATH} filters={filters} nama={nama} />
      <Alert tone={meta.bisa_membuka_semua ? 'attention' : 'info'} title={t(`${peran}.judul`, { nama })}>
        <p>{t(`${peran}.isi`)}</p>
      </Alert>
      {data.length > 0 ? (
        <Rows label={t('daftar', { nama })}>
          {data.map((row) => (
            <JangkauanRow key={`${row.konsultasi_id} ${row.pada} ${row.alasan}`} row={row} isOfAdmin={meta.bisa_membuka_semua} />
          ))}
        </Rows>
      ) : (
        <EmptyState title={t('kosong')} />
      )}
      <Pager path={PATH} filters={filters} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </>
  )
}

/** An address that names nobody leads nowhere. */
function answerNobody(error: unknown): never {
  if (error instanceof Refusal && error.code === 'validation_failed') notFound()
  answerRefusal(error)
}
