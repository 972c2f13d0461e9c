import { randomBytes } from 'node:crypto'
import { KONFIRMASI_MS } from '@/lib/domain/sesi'
import { forgetResets } from './atur-ulang-sandi'
import { addJob } from './jobs'
import { query, statement, type Transaction } from './sql'

const UNTIL = `now() + make_interval(secs => ${KONFIRMASI_MS / 1000})`

// What it waits with is random and nobody's: the letter's own token takes its place when the letter is written.
const ASK = statement({
  name: 'ask_konfirmasi_email',
  text: `
    INSERT INTO konfirmasi_email (pengguna_id, email, token_hash, berlaku_sampai) VALUES ($1, $2, $3, ${UNTIL})
    ON CONFLICT (pengguna_id, email) DO UPDATE SET token_hash = EXCLUDED.token_hash, berlaku_sampai = EXCLUDED.berlaku_sampai`,
  row: {},
})

const FORGET_CHANGES = statement({
  name: 'forget_email_changes',
  text: 'DELETE FROM konfirmasi_email k USING pengguna p WHERE k.pengguna_id = $1 AND p.id = $1 AND k.email <> p.email AND k.email IS DISTINCT FROM $2',
  row: {},
})

/** Forgets which other address somebody wants, unless it is this one. */
export const forgetEmailChanges = (penggunaId: string, tx: Transaction, except: string | null = null) =>
  query(FORGET_CHANGES, [penggunaId, except], tx)

/** Bytes that no token hashes to but by chance. */
const NOISE = 32

/**
 * Asks whoever reads the letters of this address to confirm that it is this person's; another one that they wanted before is forgotten. Written
 * in the transaction that wants it.
 */
export async function askToConfirm(penggunaId: string, email: string, tx: Transaction): Promise<void> {
  await forgetEmailChanges(penggunaId, tx, email)
  await query(ASK, [penggunaId, email, randomBytes(NOISE)], tx)
  await addJob(tx, 'surat_konfirmasi', { pengguna_id: penggunaId, email })
}

const KEEP_TOKEN = statement({
  name: 'keep_konfirmasi_token',
  text: `
    UPDATE konfirmasi_email k SET token_hash = $3, berlaku_sampai = ${UNTIL} FROM pengguna p
     WHERE k.pengguna_id = $1 AND k.email = $2 AND p.id = k.pengguna_id AND p.aktif RETURNING 1`,
  row: {},
})

/** Lets whoever brings this token confirm that address. @returns false when it is not waited for any more */
export const keepKonfirmasiToken = async (penggunaId: string, email: string, tokenHash: Buffer): Promise<boolean> =>
  (await query(KEEP_TOKEN, [penggunaId, email, tokenHash])).length > 0

interface Confirmed {
  readonly id: string
  readonly email: string
  /** The address of the account until now. */
  readonly email_lama: string
}

const FIND = statement({
  name: 'find_konfirmasi',
  text: `
    SELECT p.id, k.email, p.email AS email_lama FROM konfirmasi_email k JOIN pengguna p ON p.id = k.pengguna_id AND p.aktif
     WHERE k.token_hash = $1 AND k.berlaku_sampai > now() FOR NO KEY UPDATE OF p`,
  row: { id: 'uuid', email: 'text', email_lama: 'text' },
})

// After the account is held: who held it before may have taken the token away.
const SPEND = statement({
  name: 'spend_konfirmasi',
  text: 'DELETE FROM konfirmasi_email WHERE token_hash = $1 RETURNING 1',
  row: {},
})

const SET_EMAIL = statement({
  name: 'set_email',
  text: 'UPDATE pengguna SET email = $2, email_dikonfirmasi_pada = now() WHERE id = $1',
  row: {},
})
const FORGET_ALL = statement({
  name: 'forget_konfirmasi',
  text: 'DELETE FROM konfirmasi_email WHERE pengguna_id = $1',
  row: {},
})

/**
 * Uses a token up: from now on the address is this account's, and confirmed. @returns null when the token is worth nothing
 * @throws the unique index's error when somebody else has that address
 */
export async function confirmAddress(tokenHash: Buffer, tx: Transaction): Promise<Confirmed | null> {
  const [found] = await query(FIND, [tokenHash], tx)
  if (!found || (await query(SPEND, [tokenHash], tx)).length === 0) return null
  await query(SET_EMAIL, [found.id, found.email], tx)
  await query(FORGET_ALL, [found.id], tx)
  // A letter that replaces a password lies in the mailbox of the old address.
  if (found.email !== found.email_lama) await forgetResets(found.id, tx)
  return found
}

const WANTED = statement({
  name: 'find_wanted_email',
  text: `
    SELECT k.email FROM konfirmasi_email k JOIN pengguna p ON p.id = k.pengguna_id
     WHERE k.pengguna_id = $1 AND k.email <> p.email AND k.berlaku_sampai > now()`,
  row: { email: 'text' },
})

/** The address that somebody wants instead of theirs and has not confirmed yet. */
export async function findWantedEmail(penggunaId: string): Promise<string | null> {
  const [row] = await query(WANTED, [penggunaId])
  return row?.email ?? null
}

const DELETE_ENDED_KONFIRMASI = statement({
  name: 'delete_ended_konfirmasi',
  text: 'DELETE FROM konfirmasi_email WHERE berlaku_sampai < now()',
  row: {},
})

/** Sweeps those whose time is over. */
export const deleteEndedKonfirmasi = () => query(DELETE_ENDED_KONFIRMASI, [])

const CONFIRM_READER = statement({
  name: 'confirm_reader',
  text: 'UPDATE pengguna SET email_dikonfirmasi_pada = now() WHERE id = $1 AND email_dikonfirmasi_pada IS NULL RETURNING 1',
  row: {},
})

/** Somebody has shown that they read the letters of this account's address. @returns whether that is news */
export const confirmReader = async (penggunaId: string, tx: Transaction): Promise<boolean> =>
  (await query(CONFIRM_READER, [penggunaId], tx)).length > 0
