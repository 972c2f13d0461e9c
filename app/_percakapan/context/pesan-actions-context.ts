'use client'

import { createContext, useContext } from 'react'
import type { PesanView } from '@/lib/contract/pesan'
import type { Emoji } from '@/lib/domain/pesan'

/** What can be done with a pesan, from its menu and by keyboard. */
export interface PesanActions {
  /** Writing, reacting and deleting: only while the konsultasi is active. Copying always. */
  readonly canTakePart: boolean
  /** Again with the same emoji takes it back. */
  react(pesan: PesanView, emoji: Emoji): void
  reply(pesan: PesanView): void
  /** Says whether it could. */
  copy(text: string): void
  /** Selects the words of the row with this key, so that a part of them can be taken. */
  select(key: string): void
  /** Leads to the pesan with this `urutan`, or says that it cannot. */
  goTo(urutan: number): void
  /** A dokter makes a quick reply of these words. */
  makeBalasan(text: string): void
  /** Asks first. */
  remove(pesan: PesanView): void
  /** Opens the menu of the row with this key; null closes it. One that is opened by a pointer begins on none of its items. */
  openMenu(key: string | null, byPointer?: boolean): void
}

/** The one menu that is open. */
export interface OpenMenu {
  /** Of its row. */
  readonly key: string
  readonly byPointer: boolean
}

export const PesanActionsContext = createContext<PesanActions | null>(null)

export function usePesanActions(): PesanActions {
  const actions = useContext(PesanActionsContext)
  if (!actions) throw new Error('outside of the conversation')
  return actions
}
