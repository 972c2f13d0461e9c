'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type KeyboardEvent as ReactKeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { KonsultasiList } from '@/app/_konsultasi/konsultasi-list'
import type { KonsultasiPage } from '@/app/_konsultasi/use-konsultasi'
import { focusComposer } from '@/app/_percakapan/context/focus'
import { hrefOf } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { isBehindModal } from '@/app/_ui/dialog/modals'
import { EmptyState } from '@/app/_ui/empty-state'
import { askFor } from '@/lib/client/api/api'
import { ruangKeyOf, stopAfter } from '@/lib/client/page/ruang-keys'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { isNamed } from '@/lib/domain/folding'
import { SARING_MEJA } from '@/lib/domain/penanda'
import styles from './daftar.module.css'
import { focusConversation, rowOf, useOpen } from './desk'
import { NameSearch } from './name-search'
import { useRuang } from './ruang-context'
import { STATUS_FILTERS, type Wanted, wantedIn } from './wanted'

const PATH = '/dokter/konsultasi'

/** So many rows stand beside a conversation without being asked for: a key that leads to what is not read must know of all of a busy desk. */
const DESK = 40

/** The list as the server knew it, what of the desk it shows, and when that was, in milliseconds. */
export interface FirstList {
  readonly page: KonsultasiPage
  readonly wanted: Wanted
  readonly stamp: number
}

interface Props {
  /** What the server drew; null where it drew no list. */
  readonly first: FirstList | null
}

/**
 * The desk as a list, with its filters and a search by name. Beside an open conversation a filter changes only the list; where it is the page, its
 * address goes along. All of it is links and a form, and works without scripts.
 */
export function Daftar({ first }: Props) {
  const t = useTranslations('meja.meja')
  const td = useTranslations('dokter.konsultasi')
  const tl = useTranslations('umum.daftar')
  const { penggunaId, openId } = useRuang()
  const [stamp] = useState(() => first?.stamp ?? Date.now())
  const { wanted, choose } = useWanted(openId, first?.wanted.cursor)
  const href = hrefOf(PATH, { ...wanted })
  const isFirst = first !== null && hrefOf(PATH, { ...first.wanted }) === href
  const isNarrowed = href !== PATH
  const { onShown, seek } = useKeys()
  const Heading = openId === null ? 'h1' : 'h2'
  const link = (label: string, next: Wanted, isCurrent: boolean) => (
    <a
      key={label}
      className={styles.filter}
      href={hrefOf(PATH, { ...next })}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => isPlain(event) && choose(next)}
    >
      {label}
    </a>
  )
  const { cursor: _, ...here } = wanted
  const empty = isNarrowed ? (
    <EmptyState title={tl('tidakAda')} action={<LinkButton href={PATH}>{tl('lihatSemua')}</LinkButton>} />
  ) : (
    <EmptyState title={td('kosong.judul')}>{td('kosong.isi')}</EmptyState>
  )
  return (
    <div className={styles.daftar}>
      <div className={styles.top}>
        {/* Beside a conversation the menu above says the same to who sees it. */}
        <Heading className={openId === null ? styles.title : 'visually-hidden'}>{td('judul')}</Heading>
        {openId !== null && (
          <button type="button" className={styles.skip} onClick={focusConversation}>
            {t('lewati')}
          </button>
        )}
        <NameSearch key={openId === null ? wanted.q : ''} wanted={here} choose={choose} seek={seek} />
        <nav className={styles.filters} aria-label={t('saring')}>
          {[undefined, ...SARING_MEJA].map((saring) => link(t(saring ?? 'semua'), { ...here, saring }, saring === wanted.saring))}
        </nav>
        <nav className={classes(styles.filters, styles.quiet)} aria-label={tl('saring')}>
          {STATUS_FILTERS.map(([status, label]) => link(tl(label), { ...here, status }, status === wanted.status))}
        </nav>
        {wanted.cursor && (
          <LinkButton href={hrefOf(PATH, { ...here })} variant="quiet" size="sm" icon="arrow-left">
            {tl('terbaru')}
          </LinkButton>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from row to row, which are links */}
      <div className={styles.scroll} onKeyDown={walkRows}>
        <KonsultasiList
          wing="dokter"
          penggunaId={penggunaId}
          first={isFirst ? first.page : null}
          stamp={stamp}
          status={wanted.status}
          meja={{ urut: 'meja', saring: wanted.saring, q: wanted.q }}
          cursor={wanted.cursor}
          more={hrefOf(PATH, { ...here })}
          openId={openId}
          atLeast={openId === null ? undefined : DESK}
          onShown={onShown}
          empty={empty}
        />
      </div>
    </div>
  )
}

/** Whoever wants another tab or window gets it. */
function isPlain(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  event.preventDefault()
  return true
}

/** What the list shows: as its address says where it is the page, else as it was chosen last. */
function useWanted(openId: string | null, cursor: string | undefined) {
  const search = useSearchParams()
  const named = wantedIn(search, cursor)
  const [chosen, setChosen] = useState(named)
  const address = openId === null ? search.toString() : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stands for what it names
  useEffect(() => {
    if (address !== null) setChosen(named)
  }, [address])
  const choose = useCallback(
    (next: Wanted) => {
      setChosen(next)
      if (openId === null) history.pushState(null, '', hrefOf(PATH, { ...next }))
    },
    [openId],
  )
  return { wanted: openId === null ? named : chosen, choose }
}

/**
 * The keyboard of the room, wherever the focus is, the composer too; not behind a dialog. Answers with who has to hear what the list shows, and with who opens the
 * first of it that has a name, as soon as there is one.
 */
function useKeys() {
  const { openId, heading } = useRuang()
  const open = useOpen()
  const list = useRef<{ shown: readonly KonsultasiView[]; hold: () => void }>({ shown: [], hold: () => undefined })
  const sought = useRef<{ readonly q: string; readonly onFound: () => void } | null>(null)
  const openSought = useCallback(() => {
    const { current: wish } = sought
    const found = wish && list.current.shown.find(({ profil, pasien }) => isNamed(`${profil.nama} ${pasien.nama}`, wish.q))
    if (!found) return
    sought.current = null
    wish.onFound()
    if (found.id === heading.current) focusComposer()
    else open(found.id)
  }, [open, heading])
  const onShown = useCallback(
    (shown: readonly KonsultasiView[], hold: () => void) => {
      list.current = { shown, hold }
      openSought()
    },
    [openSought],
  )
  const seek = useCallback(
    (q: string | null, onFound: () => void) => {
      sought.current = q === null ? null : { q, onFound }
      openSought()
    },
    [openSought],
  )
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = ruangKeyOf(event)
      if (key === null || event.isComposing || event.defaultPrevented || isBehindModal()) return
      event.preventDefault()
      if (key === 'cariNama') return focusSearch()
      const stops = list.current.shown.map(({ id, unread_count, penanda }) => ({
        id,
        waits: unread_count > 0 || (penanda?.belum_dibaca ?? false),
      }))
      const next = stopAfter(stops, heading.current, key)
      if (next === null) return
      // Whoever walks through the list finds it as they saw it.
      list.current.hold()
      open(next)
      rowOf(next)?.scrollIntoView({ block: 'nearest' })
      if (document.activeElement?.closest('[data-baris]')) rowOf(next)?.focus({ preventScroll: true })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open, heading])

  // What was marked as not read is opened now. One that is kept is not asked for anew, so that it has to be said.
  useEffect(() => {
    const marked = list.current.shown.find(({ id }) => id === openId)?.penanda?.belum_dibaca
    if (openId !== null && marked)
      void askFor('PUT /konsultasi/{id}/penanda', { id: openId, json: { belum_dibaca: false } }).catch(() => undefined)
  }, [openId])
  return { onShown, seek }
}

/** From row to row, and above the first into the search. */
function walkRows(event: ReactKeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-baris]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  if (at + step < 0) focusSearch()
  else rows[at + step]?.focus()
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('[data-cari-nama]')
  field?.focus()
  field?.select()
}
