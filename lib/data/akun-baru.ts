import type { Peran } from '@/lib/domain/pengguna'
import { query, type Transaction } from './sql'

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

const INSERT_PENGGUNA = {
  name: 'insert_pengguna',
  text: `
    INSERT INTO pengguna (id, nama, email, peran, kata_sandi, email_dikonfirmasi_pada)
    VALUES ($1, $2, $3, $4::peran, $5, CASE WHEN $6::boolean THEN now() END)`,
}

const INSERT_DOKTER = {
  name: 'insert_dokter',
  text: 'INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, sip_berlaku_sampai) VALUES ($1, $2, $3, $4, $5::date)',
}

/** Writes an account down in the transaction that makes it. An address that somebody has already is refused by its unique index. */
export async function insertAkun(
  { id, nama, email, peran, kataSandi, emailDikonfirmasi, dokter }: AkunBaru,
  tx: Transaction,
): Promise<void> {
  await query(INSERT_PENGGUNA, [id, nama, email, peran, kataSandi, emailDikonfirmasi], tx)
  if (dokter) await query(INSERT_DOKTER, [id, dokter.spesialisasi, dokter.nomorStr, dokter.nomorSip, dokter.sipBerlakuSampai], tx)
}
