import type { Jadwal } from '@/lib/domain/jadwal'
import { query, shaped, statement, type Transaction } from './sql'

/** As it is kept. */
type Kept = { -readonly [Name in keyof Jadwal]: Jadwal[Name] extends readonly (infer One)[] ? One[] : Jadwal[Name] }

const READ = statement({
  name: 'read_jadwal',
  text: 'SELECT jadwal FROM dokter WHERE pengguna_id = $1',
  row: { jadwal: shaped<Kept | null>('jsonb') },
})

/** The hours that a dokter said; null where they said none. */
export async function readJadwalOf(dokterId: string): Promise<Kept | null> {
  const [row] = await query(READ, [dokterId])
  return row?.jadwal ?? null
}

const KEEP = statement({ name: 'keep_jadwal', text: 'UPDATE dokter SET jadwal = $2::jsonb WHERE pengguna_id = $1', row: {} })

export const keepJadwal = (dokterId: string, jadwal: Jadwal, tx: Transaction) => query(KEEP, [dokterId, JSON.stringify(jadwal)], tx)
