import { getTranslations } from 'next-intl/server'
import { hrefOf } from '@/app/_ui/address'
import { Button, LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/admin/_daftar/daftar.module.css'
import { Pager } from '@/app/admin/_daftar/pager'
import { nameId, Person, Row, Rows } from '@/app/admin/_daftar/rows'
import type { ListPengguna } from '@/lib/contract/admin'
import type { Actor } from '@/lib/domain/pengguna'
import { listPengguna } from '@/lib/operations/read-pengguna'

/** Whom is it about? */
export async function PersonSearch({ actor, path, query }: { actor: Actor; path: string; query: ListPengguna }) {
  const { data, pagination } = await listPengguna(actor, query)
  const [t, ta, tp] = await Promise.all([
    getTranslations('admin.jangkauan'),
    getTranslations('admin.pengguna'),
    getTranslations('umum.peran'),
  ])
  return (
    <>
      <search>
        <form className={styles.search} data-fields="1" action={path}>
          <TextField label={ta('cari')} name="q" type="search" defaultValue={query.q} maxLength={200} autoComplete="off" />
          <Button type="submit" icon="search">
            {ta('tombolCari')}
          </Button>
        </form>
      </search>
      {data.length > 0 ? (
        <Rows label={t('pilih')}>
          {data.map(({ id, nama, email, peran }) => (
            <Row
              key={id}
              lead={
                <Person id={id} nama={nama} labelId={nameId(id)}>
                  {email}
                </Person>
              }
              facts={tp(peran)}
              actions={
                <LinkButton size="sm" href={hrefOf(path, { pengguna: id })} aria-describedby={nameId(id)}>
                  {t('lihat')}
                </LinkButton>
              }
            />
          ))}
        </Rows>
      ) : (
        <EmptyState title={ta('kosong')} />
      )}
      <Pager path={path} filters={{ q: query.q }} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
    </>
  )
}
