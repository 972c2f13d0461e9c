import { countSearch } from '@/lib/auth/activity-limit'
import { inTurnOf } from '@/lib/auth/search-turn'
import { type CariView, type SearchPesan, writeCariCursor } from '@/lib/contract/cari'
import type { CursorPage } from '@/lib/contract/envelope'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { findLawan } from '@/lib/data/lawan'
import type { PesanRow } from '@/lib/data/pesan'
import { type CariScope, searchPesanRows } from '@/lib/data/search-pesan'
import { findHits, findWords, knownWords, type Sought } from '@/lib/data/search-words'
import { aside } from '@/lib/data/sql'
import { cuplikanOf, wordsIn } from '@/lib/domain/cuplikan'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { type Bagian, partsOf } from '@/lib/domain/pertanyaan'
import { invalidField } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canSearch } from '@/lib/policy/pesan'
import { cutPage } from '@/lib/presenters/page'
import { presentAll } from '@/lib/presenters/pesan'

export interface CariPage {
  readonly data: CariView[]
  readonly pagination: CursorPage
  /** Was nothing found as it was written, and is this what resembles it? */
  readonly isGuess: boolean
}

/**
 * Looks through one's own konsultasi for pesan that have every word of `q`: in any of its forms, as the beginning of a word, and where that
 * finds nothing at all as a word of one's own pesan that resembles one. Newest first.
 * @throws Refusal `forbidden`, `rate_limited`, `not_found`, `validation_failed` on `pengirim_id`
 */
export async function searchPesan(actor: Actor, input: SearchPesan): Promise<CariPage> {
  allow(canSearch(actor))
  await countSearch(actor)
  const scope = await scopeOf(actor, input)
  const { sought, rows, isGuess } = await inTurnOf(actor.id, () => aside(() => find(actor, partsOf(input.q), scope)), mostWaiting())
  const { shown, pagination } = cutPage(rows, input.per_page, (row) => writeCariCursor({ ...placeOf(row), isGuess }))
  return { data: sought ? await present(actor, shown, sought) : [], pagination, isGuess }
}

async function scopeOf(actor: Actor, input: SearchPesan): Promise<CariScope> {
  const konsultasi = input.konsultasi_id === undefined ? null : await findKonsultasiFor(actor, input.konsultasi_id)
  const pengirim = input.pengirim_id === undefined ? null : await findPengirim(actor, input.pengirim_id)
  const { dari = null, sampai = null, cursor = null } = input
  return { konsultasiId: konsultasi?.id ?? null, pengirim, from: dari, until: sampai, after: cursor, limit: input.per_page + 1 }
}

/** Only oneself and those with whom one has a konsultasi can be named. */
async function findPengirim(actor: Actor, penggunaId: string): Promise<CariScope['pengirim']> {
  const id = uuidOf('pengguna', penggunaId)
  if (!id || (id !== actor.id && !(await findLawan(actor, id)))) throw invalidField('pengirim_id', 'pengguna')
  return { id, isPasien: (id === actor.id) === (actor.peran === 'pasien') }
}

interface Finding {
  readonly sought: Sought | null
  readonly rows: PesanRow[]
  readonly isGuess: boolean
}

/** A first page that finds nothing guesses; a later page goes on as the one before it did. */
async function find(actor: Actor, parts: readonly Bagian[], scope: CariScope): Promise<Finding> {
  const exact = scope.after?.isGuess ? null : await findAs(actor, parts, scope, false)
  return exact && (exact.rows.length > 0 || scope.after) ? exact : findAs(actor, parts, scope, true)
}

async function findAs(actor: Actor, parts: readonly Bagian[], scope: CariScope, isGuess: boolean): Promise<Finding> {
  const known = isGuess && actor.peran !== 'admin' ? await knownWords(actor.id, actor.peran) : []
  const sought = await findWords(actor.id, parts, known)
  return { sought, rows: sought ? await searchPesanRows(actor, sought, scope) : [], isGuess }
}

const placeOf = (row: PesanRow) => ({ pada: new Date(row.dibuat_pada), konsultasiId: row.konsultasi_id, urutan: row.urutan })

async function present(actor: Actor, rows: PesanRow[], sought: Sought): Promise<CariView[]> {
  const hits = await findHits(wordsIn(rows.map(({ pesan }) => pesan)), sought)
  return presentAll(actor, rows).map((pesan) => ({ pesan, cuplikan: cuplikanOf(pesan.pesan, hits) }))
}

/** A benchmark asks as one person what a clinic asks. */
const mostWaiting = () => (env().rateLimit ? undefined : Number.POSITIVE_INFINITY)
