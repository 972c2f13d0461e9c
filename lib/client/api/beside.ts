import type { UnreadTotal } from '@/lib/contract/kabar'
import type { Sertakan } from '@/lib/domain/sesi'

/** What a question about a conversation can bring along; the mark of a desk is another one whenever its list would be. */
export interface Heard {
  readonly kabar?: UnreadTotal | undefined
  readonly meja?: string | undefined
}
type Name = keyof Heard

/**
 * What an open conversation that must poll asks with its own question, so that the badge and the desk of the same page need not ask for it apart
 * (decision 105).
 */
export interface Beside {
  /** Somebody on this page shows it, and is told when another value of it was heard, until the returned function is called. */
  on(name: Name, listener: () => void): () => void
  /** As it is; undefined while no conversation asks for it: who shows it asks for it then. */
  now<Of extends Name>(name: Of): Heard[Of]
  /** All that somebody shows, in the words of the API. */
  wanted(): Sertakan | undefined
  tell(heard: Heard): void
  /** The conversation asks no more. */
  end(): void
}

/** What was heard counts so long without another answer, in milliseconds: three polls of a conversation (polling.ts), which a hidden tab does not ask. */
export const HEARD_MS = 6000

export function createBeside(): Beside {
  const shown: Record<Name, Set<() => void>> = { kabar: new Set(), meja: new Set() }
  let known: Heard = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  function end() {
    clearTimeout(timer)
    known = {}
  }

  return {
    on(name, listener) {
      shown[name].add(listener)
      return () => void shown[name].delete(listener)
    },
    now: (name) => known[name],
    wanted: () => (shown.meja.size > 0 ? 'kabar,meja' : shown.kabar.size > 0 ? 'kabar' : undefined),
    tell(heard) {
      const before = known
      end()
      known = heard
      timer = setTimeout(end, HEARD_MS)
      for (const name of ['kabar', 'meja'] as const)
        if (heard[name] !== undefined && heard[name] !== before[name]) for (const listener of shown[name]) listener()
    },
    end,
  }
}

let current: { readonly penggunaId: string; readonly beside: Beside } | null = null

/** That of this person on this page. */
export function besideOf(penggunaId: string): Beside {
  if (current?.penggunaId !== penggunaId) {
    current?.beside.end()
    current = { penggunaId, beside: createBeside() }
  }
  return current.beside
}
