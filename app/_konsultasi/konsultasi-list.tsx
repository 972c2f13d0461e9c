'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { LinkButton } from '@/app/_ui/button'
import { Section } from '@/app/_ui/card'
import { LinkRows } from '@/app/_ui/link-rows'
import { Spinner } from '@/app/_ui/spinner'
import { showUrgentTitle } from '@/lib/client/page/urgent-title'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { SaringMeja } from '@/lib/domain/penanda'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'
import styles from './konsultasi-list.module.css'
import { isUrgent, KonsultasiRow, type WingName } from './konsultasi-row'
import { useHeldOrder } from './use-held-order'
import { type KonsultasiPage, useKonsultasi } from './use-konsultasi'
import { useUnsent } from './use-unsent'

export interface KonsultasiListProps {
  wing: WingName
  penggunaId: string
  first: KonsultasiPage | null
  /** When the server made `first`, in milliseconds. */
  stamp: number
  status?: StatusKonsultasi
  /** A dokter's own order and filters. */
  meja?: { readonly urut: 'meja'; readonly saring?: SaringMeja; readonly q?: string }
  cursor?: string
  /** As the API orders them (newest activity first), or what asks for an answer first. */
  order?: 'activity' | 'unread' | 'oldest'
  /** What stands there when there is none. */
  empty: ReactNode
  /** The one that is shown beside the list. */
  openId?: string | null
  /** So many rows, whatever the server drew. */
  atLeast?: number
  /** Hears what the list shows, in its order, and how to hold that for a while. */
  onShown?: (shown: readonly KonsultasiView[], hold: () => void) => void
  /** Where the rest can be seen without scripts: this page's own address with its filter. */
  more?: string
}

/** A list that keeps itself up to date and grows on demand. */
export function KonsultasiList({
  wing,
  penggunaId,
  first,
  stamp,
  status,
  meja,
  cursor,
  order = 'activity',
  empty,
  more,
  openId,
  atLeast = 0,
  onShown,
}: KonsultasiListProps) {
  const t = useTranslations('umum.daftar')
  const unsent = useUnsent(penggunaId)
  const step = first?.pagination.per_page ?? STEP
  const [wantedRows, setWantedRows] = useState(step)
  const perPage = Math.max(wantedRows, atLeast)
  const { page, late, loading } = useKonsultasi(penggunaId, stamp, { status, ...meja, cursor, per_page: perPage }, first)
  const data = page?.data ?? NONE
  const next = page?.pagination.next_cursor
  const { shown, hold, handlers } = useHeldOrder(wing === 'dokter' ? urgentFirst(arrange(data, order)) : arrange(data, order))
  useEffect(() => onShown?.(shown, hold))
  const urgent = wing === 'dokter' && data.some(isUrgent)
  useEffect(() => (urgent ? showUrgentTitle() : undefined), [urgent])

  /** As long as one question can hold them all, the list grows in place; after that, and without scripts, the link leads on. */
  const grow = (event: MouseEvent) => {
    if (perPage >= PER_PAGE_MAX || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setWantedRows(Math.min(PER_PAGE_MAX, perPage + step))
  }

  return (
    <div className={styles.list}>
      {late && (
        <Alert tone="attention" role="status">
          <p>{t('tertunda')}</p>
        </Alert>
      )}
      {page === null ? (
        <Spinner />
      ) : data.length === 0 ? (
        empty
      ) : (
        <LinkRows label={t('nama')} {...handlers}>
          {shown.map((konsultasi) => (
            <KonsultasiRow
              key={konsultasi.id}
              konsultasi={konsultasi}
              wing={wing}
              unsent={unsent.get(konsultasi.id) ?? 0}
              isOpen={konsultasi.id === openId}
            />
          ))}
        </LinkRows>
      )}
      {next && more && (
        <LinkButton href={`${more}${more.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`} onClick={grow} aria-busy={loading}>
          {loading ? t('memuatLagi') : t('lebihBanyak')}
        </LinkButton>
      )}
    </div>
  )
}

/** Rows of a list that the server did not draw; each "more" adds as many. */
const STEP = 20
const NONE: readonly KonsultasiView[] = []

type SectionProps = { title: string; id: string; aside?: ReactNode; first: KonsultasiPage } & KonsultasiListProps

/** The same list under a heading that counts; gone altogether when there is none and nothing to say about that. */
export function KonsultasiSection({ title, id, aside, ...list }: SectionProps) {
  const step = list.first.pagination.per_page
  const { page } = useKonsultasi(list.penggunaId, list.stamp, { status: list.status, cursor: list.cursor, per_page: step }, list.first)
  if (page.data.length === 0 && !list.empty) return null
  return (
    <Section title={title} id={id} aside={aside}>
      <KonsultasiList {...list} />
    </Section>
  )
}

/** What cannot wait stands above all, in whichever order the rest is. */
const urgentFirst = (all: readonly KonsultasiView[]) => all.toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)))

function arrange(all: readonly KonsultasiView[], order: NonNullable<KonsultasiListProps['order']>): readonly KonsultasiView[] {
  if (order === 'unread') return all.toSorted((a, b) => Number(b.unread_count > 0) - Number(a.unread_count > 0))
  if (order === 'oldest') return all.toSorted((a, b) => a.dibuat_pada.localeCompare(b.dibuat_pada))
  return all
}
