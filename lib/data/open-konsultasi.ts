import { query, statement, type Transaction } from './sql'

const FIND_OPEN = statement({
  name: 'find_open_konsultasi',
  text: "SELECT 1 FROM konsultasi WHERE pasien_id = $1 AND dokter_id = $2 AND status IN ('pending', 'active')",
  row: {},
})

/** Have these two a konsultasi that is pending or active? */
export const hasOpenKonsultasi = async (pasienId: string, dokterId: string, tx: Transaction): Promise<boolean> =>
  (await query(FIND_OPEN, [pasienId, dokterId], tx)).length > 0
