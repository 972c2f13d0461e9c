import type { Bahasa } from '@/lib/domain/bahasa'
import { ATUR_ULANG_MS } from '@/lib/domain/sesi'
import { query, shaped, statement, type Transaction } from './sql'

const KEEP_TOKEN = statement({
  name: 'keep_reset_token',
  text: `
    INSERT INTO atur_ulang_sandi (pengguna_id, token_hash, berlaku_sampai)
    SELECT id, $2, now() + make_interval(secs => ${ATUR_ULANG_MS / 1000}) FROM pengguna WHERE email = $1 AND aktif
       FOR SHARE -- a suspension at this moment comes wholly before (no token) or after (it takes this one away)
    ON CONFLICT (pengguna_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, berlaku_sampai = EXCLUDED.berlaku_sampai
    RETURNING (SELECT coalesce(bahasa, 'id') FROM pengguna p WHERE p.id = pengguna_id) AS bahasa`,
  row: { bahasa: shaped<Bahasa>('text') },
})

/**
 * Lets whoever brings this token set a new password for this account; a token from before is worth nothing.
 * @returns the language of its owner, or null when there is no such account
 */
export async function keepResetToken(email: string, tokenHash: Buffer): Promise<Bahasa | null> {
  const [row] = await query(KEEP_TOKEN, [email, tokenHash])
  return row?.bahasa ?? null
}

const LIVING = 't.token_hash = $1 AND t.berlaku_sampai > now() AND p.id = t.pengguna_id AND p.aktif'

const FIND_OWNER = statement({
  name: 'find_reset_owner',
  text: `SELECT p.id FROM atur_ulang_sandi t, pengguna p WHERE ${LIVING}`,
  row: { id: 'uuid' },
})

/** Whose account this token opens; null when it is worth nothing. */
export async function findResetOwner(tokenHash: Buffer): Promise<string | null> {
  const [row] = await query(FIND_OWNER, [tokenHash])
  return row?.id ?? null
}

const SPEND_TOKEN = statement({
  name: 'spend_reset_token',
  text: `DELETE FROM atur_ulang_sandi t USING pengguna p WHERE ${LIVING} RETURNING p.id, p.email`,
  row: { id: 'uuid', email: 'text' },
})

/** Uses it up. @returns whose it was; null when somebody else has used it, or it was worth nothing */
export async function spendResetToken(tokenHash: Buffer, tx: Transaction): Promise<{ id: string; email: string } | null> {
  const [row] = await query(SPEND_TOKEN, [tokenHash], tx)
  return row ?? null
}

const FORGET_RESETS = statement({
  name: 'forget_resets',
  text: 'DELETE FROM atur_ulang_sandi WHERE pengguna_id = $1',
  row: {},
})

/** Makes every letter to somebody that replaces a password worth nothing. */
export const forgetResets = (penggunaId: string, tx: Transaction) => query(FORGET_RESETS, [penggunaId], tx)

const DELETE_ENDED_RESETS = statement({
  name: 'delete_ended_resets',
  text: 'DELETE FROM atur_ulang_sandi WHERE berlaku_sampai < now()',
  row: {},
})

/** Sweeps those whose time is over. */
export const deleteEndedResets = () => query(DELETE_ENDED_RESETS, [])

const SET_PASSWORD = statement({ name: 'set_password', text: 'UPDATE pengguna SET kata_sandi = $2 WHERE id = $1', row: {} })

/** Sets a hashed password. */
export const setPassword = (penggunaId: string, hash: string, tx: Transaction) => query(SET_PASSWORD, [penggunaId, hash], tx)
