import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { createListeners } from '@/lib/client/page/listeners'
import type { PesanView } from '@/lib/contract/pesan'
import type { Emoji } from '@/lib/domain/pesan'

/** Reactions of this person that the server has not answered yet: by the id of the pesan, null for one taken back. */
export type Wishes = ReadonlyMap<string, Emoji | null>

export interface Reactions {
  /** Shown at once; a refusal or a lost answer takes it back. */
  set(pesan: Pick<PesanView, 'id'>, emoji: Emoji | null): void
  snapshot(): ReactionsSnapshot
  subscribe(listener: () => void): () => void
  /** The reader has seen why the last one was taken back. */
  forgive(): void
}

interface ReactionsSnapshot {
  readonly wishes: Wishes
  /** Why the last one was taken back: the server's words for the reader, '' when there was no answer. */
  readonly trouble: string | null
}

export const NO_REACTIONS: ReactionsSnapshot = { wishes: new Map(), trouble: null }

interface Parts {
  /** Puts a pesan that the API answered with into the conversation. */
  readonly fold: (pesan: PesanView) => void
}

/** One request at a time for each pesan; of several wishes meanwhile only the last is sent. */
export function createReactions({ fold }: Parts): Reactions {
  const listeners = createListeners()
  const flying = new Set<string>()
  let state = NO_REACTIONS

  const show = (change: Partial<ReactionsSnapshot>) => {
    state = { ...state, ...change }
    listeners.tell()
  }
  const withWish = (id: string, emoji: Emoji | null) => new Map(state.wishes).set(id, emoji)
  const withoutWish = (id: string) => new Map([...state.wishes].filter(([key]) => key !== id))

  async function send(id: string) {
    if (flying.has(id)) return
    flying.add(id)
    try {
      for (let sent: Emoji | null | undefined; state.wishes.has(id) && state.wishes.get(id) !== sent; ) {
        sent = state.wishes.get(id)
        fold(await tell(id, sent ?? null))
      }
      show({ wishes: withoutWish(id) })
    } catch (error) {
      show({ wishes: withoutWish(id), trouble: error instanceof ApiError ? error.message : '' })
    } finally {
      flying.delete(id)
    }
  }

  return {
    set({ id }, emoji) {
      show({ wishes: withWish(id, emoji), trouble: null })
      void send(id)
    },
    snapshot: () => state,
    subscribe: listeners.hear,
    forgive: () => show({ trouble: null }),
  }
}

async function tell(id: string, emoji: Emoji | null): Promise<PesanView> {
  const telling = emoji === null ? askFor('DELETE /pesan/{id}/reaksi', { id }) : askFor('PUT /pesan/{id}/reaksi', { id, json: { emoji } })
  return (await telling).data
}

type Reaksi = PesanView['reaksi'][number]

/** The reactions to a pesan as this person should see them: with the own wish in the place of what the server knows. */
export function reactionsTo({ id, reaksi }: Pick<PesanView, 'id' | 'reaksi'>, wishes: Wishes, penggunaId: string): readonly Reaksi[] {
  const wish = wishes.get(id)
  if (wish === undefined) return reaksi
  const others = reaksi.filter((one) => one.pengguna_id !== penggunaId)
  return wish === null ? others : [...others, { emoji: wish, pengguna_id: penggunaId }]
}
