import { query, type Transaction } from './sql'

const OPEN = {
  name: 'has_open_konsultasi',
  text: "SELECT 1 FROM konsultasi WHERE (pasien_id = $1 OR dokter_id = $1) AND status IN ('pending', 'active') LIMIT 1",
}

/** Does somebody, whose account is held, wait for an answer or owe one? Booking holds both accounts, so that none begins meanwhile. */
export const hasAnyOpen = async (penggunaId: string, tx: Transaction): Promise<boolean> => (await query(OPEN, [penggunaId], tx)).length > 0

// The address in its place is random: one that could be foreseen could be taken by somebody who wants to keep this account from closing.
const CLOSE = {
  name: 'close_akun',
  text: `
    UPDATE pengguna SET aktif = false, ditutup_pada = now(), email = 'ditutup-' || gen_random_uuid() || '@akun.invalid', email_dikonfirmasi_pada = NULL,
           kata_sandi = $2
     WHERE id = $1`,
}

/** What an account loses beside its sessions and its second factor: whatever leads to the person. */
const FORGET = ['langganan_push', 'konfirmasi_email', 'atur_ulang_sandi', 'kehadiran'].map((table) => ({
  name: `forget_${table}`,
  text: `DELETE FROM ${table} WHERE pengguna_id = $1`,
}))

/** Closes an account for good. `kataSandi` is a hash that no password has. The name stays: it is part of the medical record. */
export async function closeAccount(penggunaId: string, kataSandi: string, tx: Transaction): Promise<void> {
  for (const statement of FORGET) await query(statement, [penggunaId], tx)
  await query(CLOSE, [penggunaId, kataSandi], tx)
}
