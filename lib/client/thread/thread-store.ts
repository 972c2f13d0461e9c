import { ApiError, NetworkError } from '@/lib/client/api/answer'
import { ask, askFor } from '@/lib/client/api/api'
import type { Beside, Heard } from '@/lib/client/api/beside'
import { createListeners } from '@/lib/client/page/listeners'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage, PesanView } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'
import { MENGETIK_MS, PER_PAGE_MAX } from '@/lib/domain/pesan'
import type { EventName, Events } from '@/lib/realtime/channels'
import { foldPage, foldPesan, foldSince, isFromBefore, laterStatus, openThread, type Thread } from './thread'
import { showAround } from './thread-window'
import { createWindowMoves, type WindowMoves, type WindowState } from './window-moves'

/** Whether the page shows what the server has. */
export interface Freshness {
  /** When the server last said so, in milliseconds since 1970; null before the first time. */
  readonly seenAt: number | null
  /** Since when asking has failed without a break; null while it works. */
  readonly failingSince: number | null
  /** The session ended, or this person may not read it any more. */
  readonly denied: 'signed_out' | 'forbidden' | null
}

export interface ThreadSnapshot extends WindowState {
  readonly thread: Thread
  readonly konsultasi: KonsultasiView
  /** Who is treated, as a dokter must know it now; undefined where the page does not know. */
  readonly profil: ProfilView | undefined
  readonly freshness: Freshness
}

export interface ThreadStore extends WindowMoves {
  snapshot(): ThreadSnapshot
  /** As the server drew it: with that a page wakes up, however far the store is by then. */
  drawn(): ThreadSnapshot
  subscribe(listener: () => void): () => void
  /**
   * Asks for everything since the last `rev`. Never rejects, never runs twice at once: a call meanwhile means once more afterwards. Resolves
   * with why it failed; null when it did not.
   */
  catchUp(): Promise<unknown>
  /** A pesan that the API answered with; one of another konsultasi changes nothing. */
  fold(pesan: PesanView): void
  /** The konsultasi that the API answered with; one that is older than what is known changes nothing. */
  foldKonsultasi(konsultasi: KonsultasiView): void
  hear(event: EventName, data: Events[EventName]): void
  /** What others of this page want to know is asked along, until the returned function is called. */
  askAlong(beside: Beside): () => void
}

interface Parts {
  readonly konsultasi: KonsultasiView
  readonly profil?: ThreadSnapshot['profil']
  readonly page: PesanPage
  /** The place to begin at, when it is not the end, and the pages around it. */
  readonly around?: Around | null
  readonly penggunaId: string
  readonly now?: () => number
  /** False when somebody else uses this browser now. */
  readonly mine?: () => boolean
}

/** A place in the conversation (`urutan`) and the pages on both sides of it. */
export interface Around {
  readonly urutan: number
  readonly pages: readonly PesanPage[]
}

/** Rows of an answer on the slowest line. */
const SMALLEST_PAGE = 10

/** One conversation as a page holds it: the folds of thread.ts, fed by polls, events and the answers to the page's own calls. */
export function createThreadStore(parts: Parts): ThreadStore {
  const { konsultasi, profil, page, around = null, penggunaId, now = Date.now, mine = () => true } = parts
  const listeners = createListeners()
  let state: ThreadSnapshot = {
    thread: openAround(page, around),
    konsultasi,
    profil,
    freshness: { seenAt: null, failingSince: null, denied: null },
    older: 'idle',
    newer: 'idle',
    destination: around && { urutan: around.urutan, wish: 0 },
  }
  const drawn = state
  let validator: { readonly since: number; readonly etag: string | null; readonly heard: Heard } | null = null
  let beside: Beside | null = null
  let catching: Promise<unknown> | null = null
  let trouble: unknown = null
  let onceMore = false
  /** Up to this `rev` all that is said of the konsultasi itself, and of whom it treats, is known. */
  let whole = revOf(konsultasi)
  let isRereading = false
  let notBefore = 0
  let perPage = PER_PAGE_MAX
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const set = (change: Partial<ThreadSnapshot>) => {
    state = { ...state, ...change }
    listeners.tell()
  }
  const fold = (thread: Thread) => {
    if (thread !== state.thread) set({ thread })
  }

  async function catchUp() {
    if (catching) {
      onceMore = true
      return catching
    }
    catching = catchUpUntilQuiet()
      .then(() => trouble)
      .finally(() => {
        catching = null
      })
    return catching
  }

  async function catchUpUntilQuiet() {
    do {
      onceMore = false
      if (now() < notBefore) return
      if (!mine()) return set({ freshness: { ...state.freshness, denied: 'signed_out' } })
      await askSince().then(worked, failed)
    } while (onceMore)
  }

  async function askSince() {
    for (let more = true; more; ) {
      const since = state.thread.rev
      const etag = validator?.since === since ? validator.etag : null
      const answer = await ask('GET /pesan/{konsultasi_id}', {
        id: konsultasi.id,
        query: { since, per_page: perPage, sertakan: beside?.wanted() },
        etag,
      })
      if (answer.body && isFromBefore(state.thread, answer.body)) return loadAnew()
      if (answer.body) receive(answer.body, since, answer.etag)
      else keepTyping()
      beside?.tell(validator?.heard ?? {})
      perPage = Math.min(PER_PAGE_MAX, perPage * 2)
      more = answer.body?.pagination.has_more ?? false
    }
    rereadKonsultasi()
  }

  /** The server's database was restored: all that is known here is let go, and the end of the conversation read as on a first visit. */
  async function loadAnew() {
    const [{ body }, { data }] = await Promise.all([
      ask('GET /pesan/{konsultasi_id}', { id: konsultasi.id }),
      askFor('GET /konsultasi/{id}', { id: konsultasi.id }),
    ])
    if (!body) return
    validator = null
    whole = -1
    set({ thread: openThread(body), konsultasi: data })
    keepTyping()
  }

  function receive(body: PesanPage, since: number, etag: string | null) {
    validator = { since, etag, heard: { kabar: body.meta.kabar, meja: body.meta.meja } }
    fold(foldSince(state.thread, body, since))
    if (whole >= since && !saysMore(body, since)) whole = Math.max(whole, body.meta.rev)
    keepTyping()
  }

  /**
   * Reads what `since` does not tell, unless all of it is known: the konsultasi itself, and for its dokter whom it treats. Beside the catching
   * up, which must not wait for it; when it fails the next catch-up asks again.
   */
  function rereadKonsultasi() {
    const { rev, epoch } = state.thread
    if (isRereading || whole >= rev) return
    isRereading = true
    const { id, dokter } = konsultasi
    const asked = dokter.id === penggunaId ? askFor('GET /konsultasi/{id}/profil', { id }) : null
    Promise.all([askFor('GET /konsultasi/{id}', { id }), asked]).then(
      ([{ data }, known]) => {
        isRereading = false
        if (epoch !== state.thread.epoch) return
        whole = Math.max(whole, rev)
        if (known) set({ profil: known.data })
        foldKonsultasi(data)
        rereadKonsultasi()
      },
      () => {
        isRereading = false
      },
    )
  }

  function foldKonsultasi(fresh: KonsultasiView) {
    if (revOf(fresh) < revOf(state.konsultasi)) return
    set({ konsultasi: fresh, thread: { ...state.thread, status: laterStatus(state.thread.status, fresh.status) } })
  }

  function worked() {
    trouble = null
    set({ freshness: { seenAt: now(), failingSince: null, denied: null } })
  }

  function failed(error: unknown) {
    const { freshness } = state
    trouble = error
    beside?.end()
    if (error instanceof NetworkError && error.reason === 'timeout') perPage = Math.max(SMALLEST_PAGE, Math.floor(perPage / 3))
    if (error instanceof ApiError || error instanceof NetworkError) notBefore = now() + (error.retryAfter ?? 0) * 1000
    // No answer says nothing about who may read: what was refused stays so until something is answered.
    const denied = deniedBy(error) ?? freshness.denied
    set({ freshness: { ...freshness, failingSince: freshness.failingSince ?? now(), denied } })
  }

  /** Typing that nobody renews is over after 6 s, whatever is heard or not. */
  function keepTyping() {
    clearTimeout(typingTimer)
    if (state.thread.mengetik.length > 0) typingTimer = setTimeout(() => setTyping([]), MENGETIK_MS)
  }

  function setTyping(mengetik: readonly string[]) {
    fold({ ...state.thread, mengetik })
    keepTyping()
  }

  const moves = createWindowMoves({ konsultasiId: konsultasi.id, read: () => state, set })

  return {
    snapshot: () => state,
    drawn: () => drawn,
    subscribe: listeners.hear,
    ...moves,
    catchUp,
    // What leaves this browser is told to every conversation that is open in it, in other tabs too.
    fold: (pesan) => pesan.konsultasi_id === konsultasi.id && fold(foldPesan(state.thread, pesan)),
    foldKonsultasi,
    hear(event, data) {
      if (data.konsultasi_id !== konsultasi.id) return
      if (event === 'Typing' && 'pengguna_id' in data) {
        if (data.pengguna_id !== penggunaId) setTyping([data.pengguna_id])
      } else void catchUp()
    },
    askAlong(others) {
      beside = others
      return () => {
        beside = null
        others.end()
      }
    },
  }
}

function openAround(page: PesanPage, around: Around | null): Thread {
  const thread = openThread(page)
  return around ? showAround(around.pages.reduce(foldPage, thread), around.urutan) : thread
}

/** Of a copy that an older page kept nothing is said. */
const revOf = ({ rev = 0 }: { readonly rev?: number }): number => rev

/** `rev` counts each change: more of them than pesan that changed may be one of the konsultasi itself, such as a sign of danger. */
const saysMore = ({ data, meta }: PesanPage, since: number) => meta.rev - since > data.length

const deniedBy = (error: unknown): Freshness['denied'] =>
  !(error instanceof ApiError)
    ? null
    : error.status === 401
      ? 'signed_out'
      : error.status === 403 || error.status === 404
        ? 'forbidden'
        : null
