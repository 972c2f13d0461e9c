import { focusComposer } from '@/app/_percakapan/context/focus'
import type { PesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import type { ThreadStore } from '@/lib/client/thread/thread-store'

/** A key as it was pressed: it may be long past when it is acted upon. */
interface Pressed {
  readonly key: string
  readonly target: EventTarget
  readonly currentTarget: HTMLElement
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  preventDefault(): void
}

interface Keys {
  readonly store: ThreadStore
  readonly actions: PesanActions
  readonly toNewest: () => void
  readonly help: () => void
}

/**
 * The keyboard in the conversation: from pesan to pesan, and what can be done with the one in focus. Single letters work only while a
 * pesan or the conversation itself has the focus, never while somebody types or a control inside of it uses the keys (WCAG 2.1.4).
 */
export function pressInLog(event: Pressed, { store, actions, toNewest, help }: Keys): void {
  function act(key: string, row: HTMLElement): boolean {
    const pesan = store.snapshot().thread.pesan.get(Number(row.dataset.urutan))
    if (!pesan || pesan.dihapus_pada !== null) return false
    const isOwn = row.dataset.milik !== undefined
    if (key === 'r' && actions.canTakePart) actions.reply(pesan)
    else if (key === 'e' || key === 'Enter') actions.openMenu(row.dataset.key ?? null)
    else if (key === 'c') actions.copy(pesan.pesan)
    else if (key === 'Delete' && isOwn && actions.canTakePart) actions.remove(pesan)
    else return false
    return true
  }

  function go(key: string, log: HTMLElement, row: HTMLElement | null): boolean {
    if (key === 'ArrowUp' || key === 'ArrowDown') focusBeside(log, row, key === 'ArrowUp' ? -1 : 1)
    else if (key === 'End') toNewest()
    else if (key === 'Escape') focusComposer()
    else if (key === '?') help()
    else return false
    return true
  }

  const { target, currentTarget: log, key } = event
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement) || !takesKeys(target, log)) return
  const row = target.closest<HTMLElement>('[data-key]')
  const isButton = target instanceof HTMLButtonElement
  const done = go(key, log, row) || (row !== null && !(isButton && key === 'Enter') && act(key, row))
  if (done) event.preventDefault()
}

/** The log, a row, or the button of a row's menu; and what lies in the page, not in a menu over it. */
const takesKeys = (target: HTMLElement, log: HTMLElement) =>
  target === log || (log.contains(target) && (target.dataset.key !== undefined || target.dataset.pilihan !== undefined))

/** From the log itself the way leads to the row in view that lies in that direction's end. */
function focusBeside(log: HTMLElement, row: HTMLElement | null, step: 1 | -1) {
  const rows = [...log.querySelectorAll<HTMLElement>('[data-key]')]
  const next = row ? rows[rows.indexOf(row) + step] : step === 1 ? rows.find(isBelow(log)) : rows.findLast(isAbove(log))
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

const isBelow = (log: HTMLElement) => (row: HTMLElement) => row.getBoundingClientRect().top >= log.getBoundingClientRect().top
const isAbove = (log: HTMLElement) => (row: HTMLElement) => row.getBoundingClientRect().bottom <= log.getBoundingClientRect().bottom
