import { newUuid } from '@/lib/domain/id'
import { query, type Transaction } from './sql'

/** Consent as the database keeps it. */
export interface PersetujuanRow {
  readonly versi: string
  readonly diberikan_pada: Date
  readonly ditarik_pada: Date | null
}

const LIST = {
  name: 'list_persetujuan',
  text: 'SELECT versi, diberikan_pada, ditarik_pada FROM persetujuan WHERE pengguna_id = $1 ORDER BY diberikan_pada DESC, id DESC',
}

/** What somebody agreed to, the newest first, with what they withdrew. */
export const listPersetujuan = (penggunaId: string) => query<PersetujuanRow>(LIST, [penggunaId])

const GIVE = {
  name: 'give_persetujuan',
  text: `
    INSERT INTO persetujuan (id, pengguna_id, versi) VALUES ($1, $2, $3)
    ON CONFLICT (pengguna_id) WHERE ditarik_pada IS NULL
    DO UPDATE SET versi = EXCLUDED.versi, diberikan_pada = now() WHERE persetujuan.versi <> EXCLUDED.versi
    RETURNING 1`,
}

/** Writes consent down. @returns false when exactly this holds already */
export const givePersetujuan = async (penggunaId: string, versi: string, tx: Transaction): Promise<boolean> =>
  (await query(GIVE, [newUuid(), penggunaId, versi], tx)).length > 0

const WITHDRAW = {
  name: 'withdraw_persetujuan',
  text: 'UPDATE persetujuan SET ditarik_pada = now() WHERE pengguna_id = $1 AND ditarik_pada IS NULL RETURNING versi',
}

/** Writes down that it does not hold any more; the row stays. @returns the version, or null when none held */
export async function withdrawPersetujuan(penggunaId: string, tx: Transaction): Promise<string | null> {
  const [row] = await query<{ versi: string }>(WITHDRAW, [penggunaId], tx)
  return row?.versi ?? null
}
