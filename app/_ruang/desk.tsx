'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { focusComposer, hasOwnKeys, leaveComposer } from '@/app/_percakapan/context/focus'
import { isBehindModal } from '@/app/_ui/dialog/modals'
import { EmptyState } from '@/app/_ui/empty-state'
import { KeyList } from '@/app/_ui/key-list'
import { RUANG_KEYS } from '@/lib/client/page/ruang-keys'
import styles from './ruang.module.css'
import { idIn, MOVED, useRuang } from './ruang-context'

/** What the room does where the list stands beside the conversation: it goes between those that are kept, and says which is shown. */
export function Desk() {
  const t = useTranslations('meja.ruang')
  const { openId, kept } = useRuang()
  const nama = kept.current.find(({ id }) => id === openId)?.nama ?? null
  useKeptLinks()
  useTitle(nama)
  useFocusInIt(openId, nama !== null)
  useEscape()
  return (
    <>
      {openId === null && <NoOpen />}
      <p role="status" className="visually-hidden">
        {nama !== null && t('dibuka', { nama })}
      </p>
    </>
  )
}

/** Shows this konsultasi: at once where it is kept, else with one question to the server. */
export function useOpen(): (id: string) => void {
  const { push } = useRouter()
  const { kept, heading } = useRuang()
  return useCallback(
    (id: string) => {
      if (heading.current === id) return
      heading.current = id
      const path = `/dokter/konsultasi/${id}`
      if (!kept.current.some((one) => one.id === id)) {
        leaveComposer()
        return push(path, { scroll: false })
      }
      history.pushState(null, '', path)
      dispatchEvent(new Event(MOVED))
    },
    [push, kept, heading],
  )
}

/** A link to what is kept leads there without the server, wherever it stands. Before any other hears of the click: a router asks whether it was taken. */
function useKeptLinks() {
  const { kept } = useRuang()
  const open = useOpen()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const id = link && !link.target && link.origin === location.origin && !link.search ? idIn(link.pathname) : null
      if (id === null || !kept.current.some((one) => one.id === id)) return
      event.preventDefault()
      open(id)
    }
    addEventListener('click', onClick, true)
    return () => removeEventListener('click', onClick, true)
  }, [kept, open])
}

/** The tab says whose conversation is shown. */
function useTitle(nama: string | null) {
  const app = useTranslations('umum')('nama')
  useEffect(() => {
    if (nama !== null) document.title = `${nama} · ${app}`
  }, [nama, app])
}

/** Where the focus went away with the conversation before, it goes on in this one, and where none is open at its row. */
function useFocusInIt(openId: string | null, isHere: boolean) {
  const before = useRef(openId)
  useLayoutEffect(() => {
    if (before.current === openId || (openId !== null && !isHere)) return
    const left = before.current
    before.current = openId
    // What was hidden in this very moment still has it until the browser has looked.
    if (!hasOwnKeys() || (document.activeElement !== document.body && isShown(document.activeElement))) return
    if (openId !== null) focusConversation()
    else if (left !== null) rowOf(left)?.focus({ preventScroll: true })
  })
}

/** From the list, and from nowhere, Escape leads to where one writes. */
function useEscape() {
  useEffect(() => {
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key !== 'Escape' || defaultPrevented || isBehindModal()) return
      const { activeElement } = document
      if (activeElement === document.body || activeElement?.closest('[data-baris]')) focusComposer()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The row of this konsultasi in the list. */
export const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-baris="${CSS.escape(id)}"]`)

const isShown = (element: Element | null) => (element?.getClientRects().length ?? 0) > 0

/** Where one writes in the conversation that is shown; its pesan, where nobody writes any more. */
export function focusConversation() {
  focusComposer()
  if (isShown(document.activeElement) && document.activeElement !== document.body) return
  const logs = [...document.querySelectorAll<HTMLElement>('[role="log"]')]
  logs.find(isShown)?.focus({ preventScroll: true })
}

/** Beside the list while no conversation is open: what can be done, by keys too. */
function NoOpen() {
  const t = useTranslations('meja.ruang')
  return (
    <div className={styles.none}>
      <EmptyState title={t('pilih')}>
        <KeyList className={styles.keys} of={RUANG_KEYS.map(([name, keys]) => [t(name), keys])} />
      </EmptyState>
    </div>
  )
}
