import type { Emoji } from '@/lib/domain/pesan'
import { Refusal } from '@/lib/domain/refusal'
import { moveRev } from './mark-pesan'
import { query, statement, type Transaction } from './sql'

const PUT = statement({
  name: 'put_reaksi',
  text: `
    INSERT INTO reaksi (pesan_id, pengguna_id, emoji) VALUES ($1, $2, $3)
    ON CONFLICT (pesan_id, pengguna_id) DO UPDATE SET emoji = EXCLUDED.emoji WHERE reaksi.emoji <> EXCLUDED.emoji RETURNING 1`,
  row: {},
})
const TAKE = statement({
  name: 'take_reaksi',
  text: 'DELETE FROM reaksi WHERE pesan_id = $1 AND pengguna_id = $2 RETURNING 1',
  row: {},
})
const TOUCH = statement({ name: 'touch_pesan', text: 'UPDATE chat_messages SET rev = $2 WHERE id = $1', row: {} })
const IS_BURIED = statement({
  name: 'is_buried',
  text: 'SELECT 1 FROM chat_messages WHERE id = $1 AND dihapus_pada IS NOT NULL',
  row: {},
})

/** Puts or takes (null) one person's reaction. The caller holds the konsultasi at `rev`. @returns whether anything changed @throws Refusal `pesan_deleted` */
export async function putReaksi(
  at: { pesanId: string; konsultasiId: string; rev: number },
  penggunaId: string,
  emoji: Emoji | null,
  tx: Transaction,
): Promise<boolean> {
  if ((await query(IS_BURIED, [at.pesanId], tx)).length > 0) throw new Refusal('pesan_deleted')
  const changed = emoji === null ? await query(TAKE, [at.pesanId, penggunaId], tx) : await query(PUT, [at.pesanId, penggunaId, emoji], tx)
  if (changed.length === 0) return false
  await query(TOUCH, [at.pesanId, at.rev + 1], tx)
  await moveRev(at.konsultasiId, 1, tx)
  return true
}
