import type { Actor, Peran } from '@/lib/domain/pengguna'
import { NAMA_FAKTA } from '@/lib/domain/profil'
import { forgetResets, setPassword } from './atur-ulang-sandi'
import { insertAudit } from './audit'
import { forgetEmailChanges } from './konfirmasi-email'
import { PENGGUNA_COLUMNS, PENGGUNA_TABLES, type PenggunaRow } from './pengguna'
import { deleteSesiOf, type Ended } from './sesi'
import { query, statement, type Transaction } from './sql'

/** An account as it begins. `kataSandi` is a hash; `dokter` is there for a dokter only. */
export interface AkunBaru {
  readonly id: string
  readonly nama: string
  readonly email: string
  readonly peran: Peran
  readonly kataSandi: string
  readonly emailDikonfirmasi: boolean
  readonly dokter: {
    readonly spesialisasi: string
    readonly nomorStr: string
    readonly nomorSip: string
    readonly sipBerlakuSampai: string | null
  } | null
}

const INSERT_PENGGUNA = statement({
  name: 'insert_pengguna',
  text: `
    INSERT INTO pengguna (id, nama, email, peran, kata_sandi, email_dikonfirmasi_pada)
    VALUES ($1, $2, $3, $4::peran, $5, CASE WHEN $6::boolean THEN now() END)`,
  row: {},
})

const INSERT_DOKTER = statement({
  name: 'insert_dokter',
  text: 'INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, sip_berlaku_sampai) VALUES ($1, $2, $3, $4, $5::date)',
  row: {},
})

/** Writes an account down in the transaction that makes it. An address that somebody has already is refused by its unique index. */
export async function insertAkun(
  { id, nama, email, peran, kataSandi, emailDikonfirmasi, dokter }: AkunBaru,
  tx: Transaction,
): Promise<void> {
  await query(INSERT_PENGGUNA, [id, nama, email, peran, kataSandi, emailDikonfirmasi], tx)
  if (dokter) await query(INSERT_DOKTER, [id, dokter.spesialisasi, dokter.nomorStr, dokter.nomorSip, dokter.sipBerlakuSampai], tx)
}

/** Whoever signs in with an address. The hash of the password is for comparing alone. */
export type AkunRow = PenggunaRow & { readonly kata_sandi: string }

const FIND_BY_EMAIL = statement({
  name: 'find_akun',
  text: `SELECT ${PENGGUNA_COLUMNS}, p.kata_sandi FROM ${PENGGUNA_TABLES} WHERE p.email = $1`,
  row: {
    id: 'uuid',
    nama: 'text',
    email: 'text',
    peran: 'peran',
    aktif: 'bool',
    status_verifikasi: 'status_verifikasi?',
    kata_sandi: 'text',
  },
})

/** The account of this address, in the form that it is kept in. */
export async function findAkun(email: string): Promise<AkunRow | null> {
  const [row] = await query(FIND_BY_EMAIL, [email])
  return row ?? null
}

const FIND_PASSWORD = statement({
  name: 'find_password',
  text: 'SELECT kata_sandi FROM pengguna WHERE id = $1',
  row: { kata_sandi: 'text' },
})

/** The hash of somebody's password. */
export async function findPassword(penggunaId: string): Promise<string | null> {
  const [row] = await query(FIND_PASSWORD, [penggunaId])
  return row?.kata_sandi ?? null
}

const HAS_ADMIN = statement({
  name: 'has_admin',
  text: "SELECT 1 FROM pengguna WHERE peran = 'admin' AND aktif LIMIT 1",
  row: {},
})

/** Is there an admin who can sign in? */
export const hasAdmin = async (): Promise<boolean> => (await query(HAS_ADMIN, [])).length > 0

/**
 * Whoever is in an account (held until the end of the transaction) is out, and stays out: every session ends but for `kept`, and letters that
 * were asked for before, to another address or for another password, are worth nothing any more: they would come alive with the account.
 * One's own address can still be confirmed.
 */
export async function endAccess(penggunaId: string, tx: Transaction, kept: string | null = null): Promise<Ended[]> {
  await forgetEmailChanges(penggunaId, tx)
  await forgetResets(penggunaId, tx)
  return deleteSesiOf(penggunaId, tx, kept)
}

/** Puts a new password (`hash`) in the place of the old. Whoever knew the old one is out, but for the session `kept`. */
export async function replacePassword(
  owner: Pick<Actor, 'id' | 'alamat'>,
  hash: string,
  tx: Transaction,
  kept: string | null = null,
): Promise<Ended[]> {
  await setPassword(owner.id, hash, tx)
  await insertAudit({ aktor: owner, aksi: 'pengguna.sandi', penggunaId: owner.id }, tx)
  return endAccess(owner.id, tx, kept)
}

// The address in its place is random: one that could be foreseen could be taken by somebody who wants to keep this account from closing.
const CLOSE = statement({
  name: 'close_akun',
  text: `
    UPDATE pengguna SET aktif = false, ditutup_pada = now(), email = 'ditutup-' || gen_random_uuid() || '@akun.invalid', email_dikonfirmasi_pada = NULL,
           kata_sandi = $2
     WHERE id = $1`,
  row: {},
})

/** What an account loses beside its sessions and its second factor: whatever leads to the person. */
const FORGET = ['langganan_push', 'konfirmasi_email', 'atur_ulang_sandi', 'kehadiran'].map((table) =>
  statement({
    name: `forget_${table}`,
    text: `DELETE FROM ${table} WHERE pengguna_id = $1`,
    row: {},
  }),
)

const FORGET_BALASAN = statement({ name: 'forget_balasan', text: 'DELETE FROM balasan_cepat WHERE pemilik_id = $1', row: {} })

const FORGET_PENANDA = statement({ name: 'forget_penanda', text: 'DELETE FROM penanda WHERE dokter_id = $1', row: {} })

// Whoever was never treated here is in no medical record.
const FORGET_PROFIL = statement({
  name: 'forget_profil',
  text: `
    DELETE FROM profil f WHERE f.pemilik_id = $1 AND f.hubungan <> 'diri' AND NOT EXISTS (SELECT FROM konsultasi k WHERE k.profil_id = f.id)`,
  row: {},
})

const EMPTY_PROFIL = statement({
  name: 'empty_profil',
  text: `
    UPDATE profil f SET ${NAMA_FAKTA.map((name) => `${name} = NULL`).join(', ')}
     WHERE f.pemilik_id = $1 AND f.hubungan = 'diri' AND NOT EXISTS (SELECT FROM konsultasi k WHERE k.profil_id = f.id)`,
  row: {},
})

/** Closes an account for good, and forgets of each profil what no konsultasi keeps. `kataSandi` is a hash that no password has. The name stays: it is part of the medical record. */
export async function closeAccount(penggunaId: string, kataSandi: string, tx: Transaction): Promise<void> {
  for (const statement of [...FORGET, FORGET_BALASAN, FORGET_PENANDA, FORGET_PROFIL, EMPTY_PROFIL]) await query(statement, [penggunaId], tx)
  await query(CLOSE, [penggunaId, kataSandi], tx)
}
