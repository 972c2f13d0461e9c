'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { focusComposer } from '@/app/_percakapan/context/focus'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { hrefOf } from '@/app/_ui/address'
import { Button, LinkButton } from '@/app/_ui/button'
import { ApiError } from '@/lib/client/api/answer'
import { createFinder, type Finding, NOTHING_FOUND } from '@/lib/client/thread/finder'
import { CARI_MAX } from '@/lib/domain/cari'
import { piecesOf } from '@/lib/domain/cuplikan'
import styles from './cari-bar.module.css'
import { markWords, showWords } from './mark-words'

/** Milliseconds after the last key in which words are looked for, and how many letters they must have. Enter asks at once, whatever it is. */
const LOOK_MS = 300
const LOOK_FROM = 2

interface Props {
  /** Grows with each wish to search: an open bar is led back to its field. */
  readonly wish: number
  readonly onClose: () => void
}

/** Looks for words in the conversation, without leaving it: Enter leads to the next older pesan that has them, Shift+Enter back. */
export function CariBar({ wish, onClose }: Props) {
  const t = useTranslations('percakapan.temuan')
  const bar = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { finder, found, places } = useFinder()
  const [q, setQ] = useState('')
  const giveBack = useFocus(wish, bar, field)
  useMarks(bar, found, places)
  useEffect(() => () => clearTimeout(timer.current), [])

  const look = (words: string) => {
    clearTimeout(timer.current)
    return finder.look(words)
  }
  const isAsked = q.trim() === found.q && (found.trouble === null || found.hits.length > 0)
  const step = (toward: 'older' | 'newer') => void (isAsked ? finder.step(toward) : look(q))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    step('older')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && event.shiftKey && event.target === field.current) {
      event.preventDefault()
      step('newer')
    }
  }
  const close = () => {
    giveBack()
    onClose()
  }
  return (
    <search ref={bar} className={styles.bar} onKeyDown={onKeyDown}>
      <form className={styles.form} onSubmit={onSubmit}>
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={t('isian')}
          placeholder={t('isian')}
          value={q}
          maxLength={CARI_MAX}
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target: { value } }) => {
            setQ(value)
            clearTimeout(timer.current)
            const { length } = value.trim()
            if (length === 0) void look('')
            else if (length >= LOOK_FROM) timer.current = setTimeout(() => void look(value), LOOK_MS)
          }}
        />
        <Place found={found} places={places} />
        <Button variant="quiet" size="sm" icon="arrow-up" iconOnly disabled={places.length === 0} onClick={() => step('older')}>
          {t('berikutnya')}
        </Button>
        <Button variant="quiet" size="sm" icon="arrow-down" iconOnly disabled={places.length === 0} onClick={() => step('newer')}>
          {t('sebelumnya')}
        </Button>
        <Button variant="quiet" size="sm" icon="close" iconOnly onClick={close}>
          {t('tutup')}
        </Button>
      </form>
      <Said found={found} places={places} />
    </search>
  )
}

interface Found {
  readonly found: Finding
  /** The `urutan` of what was found and is not deleted, newest first. */
  readonly places: readonly number[]
}

/** The search of this conversation; it stays with it while another one is shown. */
function useFinder() {
  const { store } = usePercakapan()
  const [finder] = useState(() =>
    createFinder({
      konsultasiId: store.snapshot().konsultasi.id,
      goTo: (urutan) => store.goTo(urutan, true),
      isGone: (urutan) => store.snapshot().thread.pesan.get(urutan)?.dihapus_pada != null,
    }),
  )
  const found = useSyncExternalStore(finder.subscribe, finder.snapshot, () => NOTHING_FOUND)
  const known = useThread(({ thread }) => thread.pesan)
  const places = useMemo(
    () => found.hits.map(({ pesan }) => pesan.urutan).filter((urutan) => known.get(urutan)?.dihapus_pada == null),
    [found.hits, known],
  )
  return { finder, found, places }
}

/** Leads to the field with each new wish; answers with what gives the focus back to where it was, else to where one writes. */
function useFocus(wish: number, bar: React.RefObject<HTMLElement | null>, field: React.RefObject<HTMLInputElement | null>) {
  const before = useRef<Element | null>(null)
  const heard = useRef(0)
  useEffect(() => {
    // Shown again it leaves the focus where it is.
    if (heard.current === wish) return
    heard.current = wish
    if (!bar.current?.contains(document.activeElement)) before.current = document.activeElement
    field.current?.focus()
    field.current?.select()
  }, [wish, bar, field])
  return () => {
    const { current } = before
    if (current instanceof HTMLElement && current !== document.body && current.getClientRects().length > 0)
      current.focus({ preventScroll: true })
    else focusComposer()
  }
}

function useMarks(bar: React.RefObject<HTMLElement | null>, { hits, at }: Finding, places: readonly number[]) {
  const destination = useThread((snapshot) => snapshot.destination)
  const shown = useRef<typeof destination>(null)
  useEffect(() => {
    const log = bar.current?.parentElement?.querySelector<HTMLElement>('[role="log"]')
    if (!log || places.length === 0) return
    const words = new Set(hits.flatMap(({ cuplikan }) => piecesOf(cuplikan).flatMap(({ text, isHit }) => (isHit ? [text] : []))))
    // Once for each step: afterwards its reader scrolls as they like.
    const onFirst = (word: Range) => {
      if (shown.current === destination || destination?.urutan !== at) return
      shown.current = destination
      showWords(log, word)
    }
    return markWords(log, { words, places: new Set(places), at, onFirst })
  }, [bar, hits, at, places, destination])
}

/** Which of how many; to a screen reader with what it says. */
function Place({ found: { hits, at, cursor, busy, trouble }, places }: Found) {
  const t = useTranslations('percakapan.temuan')
  const ke = at === null ? 0 : places.indexOf(at) + 1
  const hit = hits.find(({ pesan }) => pesan.urutan === at)
  return (
    <p role="status" className={styles.place} data-sibuk={busy || undefined}>
      {ke > 0 && hit && trouble === null && (
        <>
          <span>{t('tempat', { ke, jumlah: places.length, lebih: cursor === null ? '' : '+' })}</span>
          <span className="visually-hidden">
            {`. ${hit.pesan.pengirim.nama}: `}
            {piecesOf(hit.cuplikan).map(({ text }) => text)}
          </span>
        </>
      )}
    </p>
  )
}

/** Below the field, where there is something to say: that nothing was found, that it could not be looked for, that what was found is gone. */
function Said({ found: { q, at, busy, trouble }, places }: Found) {
  const t = useTranslations('percakapan.temuan')
  const errors = useTranslations('percakapan.galat')
  const { me } = usePercakapan()
  const id = useThread(({ konsultasi }) => konsultasi.id)
  const isEmpty = q !== '' && !busy && trouble === null && places.length === 0
  const isGone = at !== null && !places.includes(at)
  return (
    <>
      <p role="alert" className={styles.trouble}>
        {trouble !== null && (trouble instanceof ApiError ? trouble.message : errors('tanpaJawaban'))}
      </p>
      <div role="status" className={styles.said}>
        {isGone && <p>{t('dihapus')}</p>}
        {isEmpty && (
          <>
            <p>{t('kosong')}</p>
            <LinkButton href={hrefOf(`/${me.peran}/cari`, { q, konsultasi_id: id })} variant="quiet" size="sm">
              {t('lanjut')}
            </LinkButton>
          </>
        )}
      </div>
    </>
  )
}
