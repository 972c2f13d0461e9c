import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from '@/app/_ui/address'
import { Button, LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Select, TextField } from '@/app/_ui/field/text-field'
import { Page } from '@/app/_ui/page'
import styles from '@/app/admin/_daftar/daftar.module.css'
import { Pager } from '@/app/admin/_daftar/pager'
import { readFilters } from '@/app/admin/_daftar/query'
import { Rows } from '@/app/admin/_daftar/rows'
import { requireWing } from '@/lib/auth/pages'
import { ListPengguna } from '@/lib/contract/admin'
import { toId } from '@/lib/domain/id'
import { PERAN } from '@/lib/domain/pengguna'
import { listPengguna } from '@/lib/operations/read-pengguna'
import { PenggunaRow } from './pengguna-row'

const PATH = '/admin/pengguna'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.pengguna'))('judul') }
}

/** Everybody with an account. */
export default async function PenggunaPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const query = await readFilters(searchParams, ListPengguna)
  const { data, pagination } = await listPengguna(actor, query)
  const t = await getTranslations('admin.pengguna')
  const { q, peran } = query
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <SearchForm q={q} peran={peran} />
      {data.length > 0 ? (
        <Rows label={t('judul')}>
          {data.map((pengguna) => (
            <PenggunaRow key={pengguna.id} pengguna={pengguna} isSelf={pengguna.id === toId('pengguna', actor.id)} />
          ))}
        </Rows>
      ) : (
        <EmptyState title={t('kosong')} action={<LinkButton href={PATH}>{t('semua')}</LinkButton>} />
      )}
      <Pager path={PATH} filters={{ q, peran }} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </Page>
  )
}

async function SearchForm({ q, peran }: Pick<ListPengguna, 'q' | 'peran'>) {
  const t = await getTranslations('admin.pengguna')
  const tp = await getTranslations('umum.peran')
  return (
    <search>
      <form className={styles.search} action={PATH}>
        <TextField label={t('cari')} name="q" type="search" defaultValue={q} maxLength={200} autoComplete="off" />
        <Select label={t('peran')} name="peran" defaultValue={peran ?? ''}>
          <option value="">{t('semuaPeran')}</option>
          {PERAN.map((value) => (
            <option key={value} value={value}>
              {tp(value)}
            </option>
          ))}
        </Select>
        <Button type="submit" icon="search">
          {t('tombolCari')}
        </Button>
      </form>
    </search>
  )
}
