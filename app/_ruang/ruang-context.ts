'use client'

import { createContext, type ReactNode, type RefObject, useContext } from 'react'

/** A conversation that a page of ours has opened. */
export interface Opened {
  readonly id: string
  /** Whom it is for: what the tab says. */
  readonly nama: string
  /** The conversation itself; it knows from `useRuang` whether it is shown. */
  readonly node: ReactNode
}

interface RuangParts {
  readonly penggunaId: string
  /** The one that the address names; null beside the list alone. */
  readonly openId: string | null
  /** What is kept, the open one too. */
  readonly kept: RefObject<readonly Opened[]>
  /** Where the reader is going: before the page has come, too. */
  readonly heading: RefObject<string | null>
  /** Takes in what a page has opened; what is kept already stays as it is. */
  keep(opened: Opened): void
  /** Something in this one would be lost if it were kept no longer. */
  hold(id: string, holds: boolean): void
}

export const RuangContext = createContext<RuangParts | null>(null)

export function useRuang(): RuangParts {
  const parts = useContext(RuangContext)
  if (!parts) throw new Error('outside of <Ruang>')
  return parts
}

/** Tells the room that the address has become that of a conversation which is kept. */
export const MOVED = 'sapa:ruang'

/** The konsultasi that an address of this wing names. */
export const idIn = (path: string): string | null => /^\/dokter\/konsultasi\/(konsultasi_[^/]+)$/.exec(path)?.[1] ?? null
