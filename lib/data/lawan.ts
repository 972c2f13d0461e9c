import type { Actor } from '@/lib/domain/pengguna'
import { query } from './sql'

/** Somebody with whom one has a konsultasi. Ids are plain UUIDs. */
export interface LawanRow {
  readonly id: string
  readonly nama: string
}

const FIND_LAWAN = {
  name: 'find_lawan',
  text: `
    SELECT u.id, u.nama FROM pengguna u
     WHERE u.id = $2 AND EXISTS (SELECT FROM konsultasi k WHERE (k.pasien_id, k.dokter_id) = ($1, $2) OR (k.pasien_id, k.dokter_id) = ($2, $1))`,
}

/** The other one of any konsultasi of this actor, or null when there is none between these two. */
export async function findLawan(actor: Actor, id: string): Promise<LawanRow | null> {
  const [row] = await query<LawanRow>(FIND_LAWAN, [actor.id, id])
  return row ?? null
}
