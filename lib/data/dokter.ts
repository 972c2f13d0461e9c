import { SIP_BERLAKU } from './sip'
import { query, type Transaction } from './sql'

// FOR SHARE: a suspension or a withdrawn verification at this moment comes wholly before the booking or wholly after.
const FIND_BOOKABLE = {
  name: 'find_bookable',
  text: `
    SELECT d.tersedia AND ${SIP_BERLAKU} AS tersedia FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id
     WHERE d.pengguna_id = $1 AND p.aktif AND d.status_verifikasi = 'terverifikasi' FOR SHARE`,
}

/** A verified, active dokter, whether they take new konsultasi or not (after the end of their SIP they take none); null for anybody else. */
export async function findBookable(id: string, tx: Transaction): Promise<{ tersedia: boolean } | null> {
  const [row] = await query<{ tersedia: boolean }>(FIND_BOOKABLE, [id], tx)
  return row ?? null
}
