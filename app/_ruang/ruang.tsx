'use client'

import { usePathname } from 'next/navigation'
import { Fragment, type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { LaterPart } from '@/app/_ui/later/later-part'
import { lazily } from '@/app/_ui/later/lazily'
import { later } from '@/lib/client/page/later'
import type { FirstList } from './daftar'
import { hasRoomForList } from './room'
import styles from './ruang.module.css'
import { idIn, MOVED, type Opened, RuangContext } from './ruang-context'

/** So many conversations stay as they were left; of more, the one that was looked at longest ago is let go. Without a list beside it only the open one. */
const KEPT_MAX = 10

// The server draws it where it is the page; beside a conversation only a window that has room for it fetches it.
const Daftar = lazily(later(() => import('./daftar').then((part) => part.Daftar), false))
const desk = later(() => import('./desk').then((part) => part.Desk), false)

/** Steps through the history, and to what is kept. */
function onMove(listener: () => void) {
  addEventListener('popstate', listener)
  addEventListener(MOVED, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(MOVED, listener)
  }
}

interface Props {
  readonly penggunaId: string
  /** The conversation of the page that was loaded, if it is one. */
  readonly first: Opened | null
  /** The list as the server knew it, where it is the page. */
  readonly list: FirstList | null
  readonly children: ReactNode
}

/**
 * The room of a dokter: the list, and beside it the conversation that the address names. Its pages only hand in what they have opened; all of them stay
 * mounted here, one is shown, and each keeps its own words, files and place: nothing that was begun in one can end in another (decision 167).
 */
export function Ruang({ penggunaId, first, list, children }: Props) {
  const pathname = usePathname()
  const here = useSyncExternalStore(
    onMove,
    () => location.pathname,
    () => pathname,
  )
  const isWide = hasRoomForList.use()
  const [all, setAll] = useState<readonly Opened[]>(() => (first ? [first] : []))
  const kept = useRef(all)
  // The address is further than the router where a step leads to what is kept: that is shown without waiting for it.
  const openId = idIn(all.some(({ id }) => id === idIn(here)) ? here : pathname)
  const uses = useRef<readonly string[]>([])
  const held = useRef(new Set<string>())
  const heading = useRef(openId)

  const keep = useCallback(
    (opened: Opened) => {
      if (kept.current.some(({ id }) => id === opened.id)) return
      const idle = uses.current.filter((id) => !held.current.has(id))
      const letGo = idle.slice(0, Math.max(0, kept.current.length + 1 - (isWide ? KEPT_MAX : 1)))
      uses.current = uses.current.filter((id) => !letGo.includes(id))
      kept.current = [...kept.current.filter(({ id }) => !letGo.includes(id)), opened]
      setAll(kept.current)
    },
    [isWide],
  )
  const hold = useCallback((id: string, holds: boolean) => void (holds ? held.current.add(id) : held.current.delete(id)), [])
  const parts = useMemo(() => ({ penggunaId, openId, kept, heading, keep, hold }), [penggunaId, openId, keep, hold])

  useEffect(() => {
    heading.current = openId
    if (openId === null) return
    uses.current = [...uses.current.filter((id) => id !== openId), openId]
    // A step back to one that is kept no longer, and whose page is not the one that was loaded.
    if (here === pathname && !kept.current.some(({ id }) => id === openId)) location.replace(location.href)
  }, [openId, here, pathname])

  return (
    <RuangContext value={parts}>
      <div className={styles.ruang} data-ruang="" data-open={openId === null ? undefined : ''}>
        <div className={styles.daftar}>{(list !== null || isWide || openId === null) && <Daftar first={list} />}</div>
        <div className={styles.utama}>
          {all.map(({ id, node }) => (
            <Fragment key={id}>{node}</Fragment>
          ))}
          {isWide && <LaterPart of={desk} />}
          {children}
        </div>
      </div>
    </RuangContext>
  )
}
