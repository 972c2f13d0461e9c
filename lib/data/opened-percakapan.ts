import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from '@/lib/domain/pesan'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { EPOCH } from './epoch'
import { KONSULTASI_COLUMNS, KONSULTASI_FROM, KONSULTASI_ROW, type KonsultasiRow, markedAsOpened } from './konsultasi-row'
import { newestOf, OPENS, PAGE_ROW, type PesanSnapshot, typing, unreadCount } from './pesan'
import { query, statement } from './sql'

/** A konsultasi, and the newest page of its pesan as it was at that same moment. */
export interface OpenedRow extends KonsultasiRow, PesanSnapshot {
  /** How many the page may show; the last row beyond it only tells that there are more. */
  readonly per_page: number
}

/** Pesan that the first screen shows before the first unread one. */
const READ_BEFORE = 5

/** SQL: the newest page, or a larger one that has all that is unread, so that the reader can begin there. */
const PER_PAGE = `least(${PER_PAGE_MAX}, greatest(${PER_PAGE_DEFAULT}, ${unreadCount('$2::uuid')} + ${READ_BEFORE}))`

const screenStatement = (name: string, opens = '') =>
  statement({
    name: `open_percakapan${name}`,
    text: `${opens}
    SELECT ${KONSULTASI_COLUMNS}, ${EPOCH} AS epoch, ${typing('$2::uuid')} AS mengetik, layar.per_page, ${newestOf('layar.per_page + 1')} AS pesan
      ${KONSULTASI_FROM}
      CROSS JOIN LATERAL (SELECT ${PER_PAGE} AS per_page) layar
     WHERE k.id = $1`,
    row: { ...KONSULTASI_ROW, ...PAGE_ROW, per_page: 'int4' },
  })

const OPEN = screenStatement('')
/** Only a dokter has marked anything, and only they need a database that can be written to. */
const OPEN_FOR_DOKTER = screenStatement('_dokter', OPENS)

/**
 * All that the first screen of a conversation shows, found and read at once. `id` is the client's. What an admin opens the caller writes down; what its
 * dokter had marked as not read no longer is. @throws Refusal `not_found`, `forbidden`
 */
export async function openPercakapanFor(actor: Actor, id: string): Promise<OpenedRow> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(actor.peran === 'dokter' ? OPEN_FOR_DOKTER : OPEN, [uuid, actor.id, true]) : []
  if (!row) throw new Refusal('not_found')
  allow(canRead(actor, { pasienId: row.pasien_id, dokterId: row.dokter_id, penerusId: row.penerus_id }))
  return markedAsOpened(row)
}
