import type { Bahasa } from '@/lib/domain/bahasa'
import { ATUR_ULANG_MS } from '@/lib/domain/sesi'
import { query, type Transaction } from './sql'

const KEEP_TOKEN = {
  name: 'keep_reset_token',
  text: `
    INSERT INTO atur_ulang_sandi (pengguna_id, token_hash, berlaku_sampai)
    SELECT id, $2, now() + make_interval(secs => ${ATUR_ULANG_MS / 1000}) FROM pengguna WHERE email = $1 AND aktif
       FOR SHARE -- a suspension at this moment comes wholly before (no token) or after (it takes this one away)
    ON CONFLICT (pengguna_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, berlaku_sampai = EXCLUDED.berlaku_sampai
    RETURNING (SELECT coalesce(bahasa, 'id') FROM pengguna p WHERE p.id = pengguna_id) AS bahasa`,
}

/**
 * Lets whoever brings this token set a new password for this account; a token from before is worth nothing.
 * @returns the language of its owner, or null when there is no such account
 */
export async function keepResetToken(email: string, tokenHash: Buffer): Promise<Bahasa | null> {
  const [row] = await query<{ bahasa: Bahasa }>(KEEP_TOKEN, [email, tokenHash])
  return row?.bahasa ?? null
}

const LIVING = 't.token_hash = $1 AND t.berlaku_sampai > now() AND p.id = t.pengguna_id AND p.aktif'

const FIND_OWNER = { name: 'find_reset_owner', text: `SELECT p.id FROM atur_ulang_sandi t, pengguna p WHERE ${LIVING}` }

/** Whose account this token opens; null when it is worth nothing. */
export async function findResetOwner(tokenHash: Buffer): Promise<string | null> {
  const [row] = await query<{ id: string }>(FIND_OWNER, [tokenHash])
  return row?.id ?? null
}

const SPEND_TOKEN = {
  name: 'spend_reset_token',
  text: `DELETE FROM atur_ulang_sandi t USING pengguna p WHERE ${LIVING} RETURNING p.id, p.email`,
}

/** Uses it up. @returns whose it was; null when somebody else has used it, or it was worth nothing */
export async function spendResetToken(tokenHash: Buffer, tx: Transaction): Promise<{ id: string; email: string } | null> {
  const [row] = await query<{ id: string; email: string }>(SPEND_TOKEN, [tokenHash], tx)
  return row ?? null
}

/** Makes every letter to somebody that replaces a password worth nothing. */
export const forgetResets = (penggunaId: string, tx: Transaction) =>
  query({ name: 'forget_resets', text: 'DELETE FROM atur_ulang_sandi WHERE pengguna_id = $1' }, [penggunaId], tx)

/** Sweeps those whose time is over. */
export const deleteEndedResets = () =>
  query({ name: 'delete_ended_resets', text: 'DELETE FROM atur_ulang_sandi WHERE berlaku_sampai < now()' }, [])

/** Sets a hashed password. */
export const setPassword = (penggunaId: string, hash: string, tx: Transaction) =>
  query({ name: 'set_password', text: 'UPDATE pengguna SET kata_sandi = $2 WHERE id = $1' }, [penggunaId, hash], tx)
