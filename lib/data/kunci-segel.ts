import { query, statement, type Transaction } from './sql'

/** A key as it is kept: `rahasia` is encrypted. */
export interface KunciRow {
  readonly kid: string
  readonly x: string
  readonly rahasia: Buffer
}

const SECRETS = statement({
  name: 'list_kunci_segel_rahasia',
  text: 'SELECT kid, x, rahasia FROM kunci_segel ORDER BY dibuat_pada DESC, kid',
  row: { kid: 'text', x: 'text', rahasia: 'bytea' },
})

/** The keys that may make seals, the newest first; none before the first one. */
export const listSecretKunci = (tx: Transaction): Promise<KunciRow[]> => query(SECRETS, [], tx)

const LOCK = statement({ name: 'lock_kunci_segel', text: "SELECT FROM pg_advisory_xact_lock(hashtext('kunci segel'))", row: {} })

/** Of two that would make the first key one does. */
export const lockKunci = (tx: Transaction) => query(LOCK, [], tx)

const INSERT = statement({ name: 'insert_kunci_segel', text: 'INSERT INTO kunci_segel (kid, x, rahasia) VALUES ($1, $2, $3)', row: {} })

export const insertKunci = ({ kid, x, rahasia }: KunciRow, tx: Transaction) => query(INSERT, [kid, x, rahasia], tx)

const LIST = statement({
  name: 'list_kunci_segel',
  text: 'SELECT kid, x FROM kunci_segel ORDER BY dibuat_pada DESC, kid',
  row: { kid: 'text', x: 'text' },
})

/** The public halves of all keys, the newest first: what was sealed with an old one is still sealed. */
export const listKunci = () => query(LIST, [])
