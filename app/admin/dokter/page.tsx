import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Pager } from '@/app/admin/_daftar/pager'
import { readFilters } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { Tabs } from '@/app/admin/_daftar/tabs'
import { requireWing } from '@/lib/auth/pages'
import { ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { STATUS_VERIFIKASI } from '@/lib/domain/pengguna'
import { STATUS_SIP } from '@/lib/domain/sip'
import { listDokterVerifikasi } from '@/lib/operations/verify-dokter'
import { DokterRow } from './dokter-row'

const PATH = '/admin/dokter'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.dokter'))('judul') }
}

/** Whose papers to check, and what was decided about the others. */
export default async function DokterPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const { status: asked, ...query } = await readFilters(searchParams, ListDokterVerifikasi)
  const { sip } = query
  // Whose SIP ends is asked of those who practise, unless somebody asks otherwise.
  const status = asked ?? (sip ? 'terverifikasi' : 'menunggu')
  const { data, pagination } = await listDokterVerifikasi(actor, { ...query, status })
  const [t, tk] = await Promise.all([getTranslations('admin.dokter'), getTranslations('admin.berkasDokter')])
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <Tabs
        label={t('saring')}
        tabs={STATUS_VERIFIKASI.map((value) => ({
          label: t(`status.${value}`),
          href: hrefOf(PATH, { status: value, sip }),
          open: value === status,
        }))}
      />
      <Tabs
        label={tk('saring')}
        tabs={[undefined, ...STATUS_SIP].map((value) => ({
          label: tk(value ? `saringSip.${value}` : 'saringSip.semua'),
          href: hrefOf(PATH, { status, sip: value }),
          open: value === sip,
        }))}
      />
      {data.length > 0 ? (
        <Rows label={t('daftar', { status: t(`status.${status}`) })}>
          {data.map((dokter) => (
            <DokterRow key={dokter.id} dokter={dokter} />
          ))}
        </Rows>
      ) : (
        <EmptyState title={sip ? tk('kosong') : t(`kosong.${status}`)} />
      )}
      <Pager path={PATH} filters={{ status, sip }} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </Page>
  )
}
