import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Pager } from '@/app/admin/_daftar/pager'
import { rawFilters, readFilters } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { Tabs } from '@/app/admin/_daftar/tabs'
import { requireWing } from '@/lib/auth/pages'
import { ListKonsultasi } from '@/lib/contract/konsultasi'
import { STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'
import { KonsultasiAdminRow } from './konsultasi-admin-row'
import { KonsultasiFilterForm } from './konsultasi-filter-form'

const PATH = '/admin/konsultasi'
const FILTERS = ['status', 'pasien', 'dokter', 'dari', 'sampai'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.konsultasi'))('judul') }
}

/** Who consults whom, and how it stands: nothing of what they say. */
export default async function KonsultasiPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const query = await readFilters(searchParams, ListKonsultasi)
  const { data, pagination } = await listKonsultasi(actor, query)
  const t = await getTranslations('admin.konsultasi')
  const ts = await getTranslations('umum.status')
  const { status } = query
  const filters = await rawFilters(searchParams, FILTERS)
  const choices = [undefined, ...STATUS_KONSULTASI]
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <Tabs
        label={t('saring')}
        tabs={choices.map((value) => ({
          label: value ? ts(value) : t('semua'),
          href: hrefOf(PATH, { ...filters, status: value }),
          open: value === status,
        }))}
      />
      <KonsultasiFilterForm path={PATH} filters={filters} />
      {data.length > 0 ? (
        <Rows label={t('daftar')}>
          {data.map(({ id, status, pasien, profil, dokter, dibuat_pada }) => (
            <KonsultasiAdminRow
              key={id}
              id={id}
              status={status}
              pasien={pasien}
              profil={profil}
              dokter={dokter}
              dibuat_pada={dibuat_pada}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState title={t('kosong')} action={Object.keys(filters).length > 0 && <LinkButton href={PATH}>{t('semuanya')}</LinkButton>} />
      )}
      <Pager path={PATH} filters={filters} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </Page>
  )
}
