import { newUuid } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import type { PrivasiVersi } from '@/lib/domain/privasi'
import { insertAudit } from './audit'
import { query, statement, type Transaction } from './sql'

const LIST = statement({
  name: 'list_persetujuan',
  text: 'SELECT versi, diberikan_pada, ditarik_pada FROM persetujuan WHERE pengguna_id = $1 ORDER BY diberikan_pada DESC, id DESC',
  row: { versi: 'text', diberikan_pada: 'timestamptz', ditarik_pada: 'timestamptz?' },
})

/** What somebody agreed to, the newest first, with what they withdrew. */
export const listPersetujuan = (penggunaId: string) => query(LIST, [penggunaId])

const GIVE = statement({
  name: 'give_persetujuan',
  text: `
    INSERT INTO persetujuan (id, pengguna_id, versi) VALUES ($1, $2, $3)
    ON CONFLICT (pengguna_id) WHERE ditarik_pada IS NULL
    DO UPDATE SET versi = EXCLUDED.versi, diberikan_pada = now() WHERE persetujuan.versi <> EXCLUDED.versi
    RETURNING 1`,
  row: {},
})

type Owner = Pick<Actor, 'id' | 'alamat'>

/** Writes consent down, here and in the log; where exactly this holds already, nothing changes. */
export async function givePersetujuan(owner: Owner, versi: PrivasiVersi, tx: Transaction): Promise<void> {
  if ((await query(GIVE, [newUuid(), owner.id, versi], tx)).length > 0)
    await insertAudit({ aktor: owner, aksi: 'persetujuan.diberikan', penggunaId: owner.id, alasan: versi }, tx)
}

const WITHDRAW = statement({
  name: 'withdraw_persetujuan',
  text: 'UPDATE persetujuan SET ditarik_pada = now() WHERE pengguna_id = $1 AND ditarik_pada IS NULL RETURNING versi',
  row: { versi: 'text' },
})

/** Writes down that it does not hold any more, here and in the log; the row stays. */
export async function withdrawPersetujuan(owner: Owner, tx: Transaction): Promise<void> {
  const [row] = await query(WITHDRAW, [owner.id], tx)
  if (row) await insertAudit({ aktor: owner, aksi: 'persetujuan.ditarik', penggunaId: owner.id, alasan: row.versi }, tx)
}
