import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
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

const FILTERS = [
  [undefined, 'semua'],
  ['pending', 'menunggu'],
  ['active', 'berlangsung'],
  ['completed', 'selesai'],
] as const

/** Rows of a first screen; each "more" adds as many. */
const PER_PAGE = '20'

type Query = Promise<Record<string, string | string[] | undefined>>

/** All konsultasi of a pasien, with a filter. A filter or cursor that is none counts as left out. */
export async function KonsultasiIndex({ actor, query, empty }: { actor: Actor; query: Query; empty: ReactNode }) {
  const t = await getTranslations('umum.daftar')
  const { cursor, ...said } = await query
  const asked = ListKonsultasi.safeParse({ status: said.status, cursor, per_page: PER_PAGE })
  const wanted = asked.success ? asked.data : ListKonsultasi.parse({ per_page: PER_PAGE })
  const { status } = wanted
  const path = '/pasien/konsultasi'
  const here = hrefOf(path, { status })
  const isNarrowed = Boolean(status || wanted.cursor)
  return (
    <div className={styles.index}>
      <nav className={styles.filters} aria-label={t('saring')}>
        {FILTERS.map(([value, label]) => (
          <Link
            key={label}
            className={styles.filter}
            href={hrefOf(path, { status: value })}
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
        wing="pasien"
        penggunaId={toId('pengguna', actor.id)}
        first={await listKonsultasi(actor, wanted, await getLocale())}
        stamp={Date.now()}
        status={status}
        cursor={wanted.cursor && typeof cursor === 'string' ? cursor : undefined}
        more={here}
        empty={isNarrowed ? <EmptyState title={t('tidakAda')} action={<LinkButton href={path}>{t('lihatSemua')}</LinkButton>} /> : empty}
      />
    </div>
  )
}
