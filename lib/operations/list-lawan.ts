import { type LawanRow, listLawanRows, nameLawanRows } from '@/lib/data/lawan'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'

/** Somebody with whom one has a konsultasi. */
export interface LawanView {
  readonly id: string
  readonly nama: string
}

/** Those with whom this actor had to do last, by name; at most 100. */
export const listLawan = async (actor: Actor): Promise<LawanView[]> => (await listLawanRows(actor)).map(present)

/** The other one of each of these konsultasi, by its id, as far as they are this actor's own. */
export async function nameLawan(actor: Actor, konsultasiIds: readonly string[]): Promise<ReadonlyMap<string, LawanView>> {
  const uuids = [...new Set(konsultasiIds)].flatMap((id) => uuidOf('konsultasi', id) ?? [])
  const rows = await nameLawanRows(actor, uuids)
  return new Map(rows.map((row) => [toId('konsultasi', row.konsultasi_id), present(row)]))
}

const present = ({ id, nama }: LawanRow): LawanView => ({ id: toId('pengguna', id), nama })
