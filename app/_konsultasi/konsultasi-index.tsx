import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MejaFilters } from '@/app/_meja/meja-filters'
import { hrefOf } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkPending } from '@/app/_ui/link-pending'
import { ListKonsultasi } from '@/lib/contract/konsultasi'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'
import styles from './konsultasi-index.module.css'
import { KonsultasiList } from './konsultasi-list'
import type { WingName } from './konsultasi-row'

const FILTERS = [
  [undefined, 'semua'],
  ['pending', 'menunggu'],
  ['active', 'berlangsung'],
  ['completed', 'selesai'],
] as const

/** Rows of a first screen; each "more" adds as many. */
const PER_PAGE = '20'

type Query = Promise<Record<string, string | string[] | undefined>>

/**
 * All konsultasi of a person, with a filter, for both wings: a dokter's in the order of their desk, with filters and a search by name. A filter or cursor
 * that is none counts as left out.
 */
export async function KonsultasiIndex({ actor, wing, query, empty }: { actor: Actor; wing: WingName; query: Query; empty: ReactNode }) {
  const t = await getTranslations('umum.daftar')
  const { cursor, ...said } = await query
  const urut = wing === 'dokter' ? 'meja' : undefined
  const own = wing === 'dokter' ? { urut, saring: said.saring, q: said.q } : {}
  const asked = ListKonsultasi.safeParse({ status: said.status, ...own, cursor, per_page: PER_PAGE })
  const wanted = asked.success ? asked.data : ListKonsultasi.parse({ urut, per_page: PER_PAGE })
  const { status, saring, q } = wanted
  const path = `/${wing}/konsultasi`
  const here = hrefOf(path, { status, saring, q })
  const isNarrowed = Boolean(status || saring || q || wanted.cursor)
  return (
    <div className={styles.index}>
      {wing === 'dokter' && <MejaFilters path={path} status={status} saring={saring} q={q} />}
      <nav className={styles.filters} aria-label={t('saring')}>
        {FILTERS.map(([value, label]) => (
          <Link
            key={label}
            className={styles.filter}
            href={hrefOf(path, { status: value, saring, q })}
            prefetch={false}
            aria-current={value === status ? 'page' : undefined}
          >
            <span>{t(label)}</span>
            <LinkPending />
          </Link>
        ))}
      </nav>
      {wanted.cursor && (
        <LinkButton href={here} variant="quiet" size="sm" icon="arrow-left" className={styles.newest}>
          {t('terbaru')}
        </LinkButton>
      )}
      <KonsultasiList
        key={`${here} ${typeof cursor === 'string' ? cursor : ''}`}
        wing={wing}
        penggunaId={toId('pengguna', actor.id)}
        first={await listKonsultasi(actor, wanted, await getLocale())}
        stamp={Date.now()}
        status={status}
        meja={urut && { urut, saring, q }}
        cursor={wanted.cursor && typeof cursor === 'string' ? cursor : undefined}
        more={here}
        empty={isNarrowed ? <EmptyState title={t('tidakAda')} action={<LinkButton href={path}>{t('lihatSemua')}</LinkButton>} /> : empty}
      />
    </div>
  )
}
