import type { Actor } from '@/lib/domain/pengguna'
import { query, statement } from './sql'

/** Somebody with whom one has a konsultasi. Ids are plain UUIDs. */
export interface LawanRow {
  readonly id: string
  readonly nama: string
}

const FIND_LAWAN = statement({
  name: 'find_lawan',
  text: `
    SELECT u.id, u.nama FROM pengguna u
     WHERE u.id = $2 AND EXISTS (SELECT FROM konsultasi k WHERE (k.pasien_id, k.dokter_id) = ($1, $2) OR (k.pasien_id, k.dokter_id) = ($2, $1))`,
  row: { id: 'uuid', nama: 'text' },
})

/** The other one of any konsultasi of this actor, or null when there is none between these two. */
export async function findLawan(actor: Actor, id: string): Promise<LawanRow | null> {
  const [row] = await query(FIND_LAWAN, [actor.id, id])
  return row ?? null
}

/** How many people a list of them names, and among how many konsultasi they are looked for. */
const LAWAN_MAX = 100
const KONSULTASI_READ = 1000

const listStatement = (own: string, other: string) =>
  statement({
    name: `list_lawan_${other}`,
    text: `
    SELECT u.id, u.nama
      FROM (SELECT ${other} AS id, max(aktivitas_pada) AS pada
              FROM (SELECT ${other}, aktivitas_pada FROM konsultasi WHERE ${own} = $1 ORDER BY aktivitas_pada DESC LIMIT ${KONSULTASI_READ}) k
             GROUP BY 1 ORDER BY 2 DESC LIMIT ${LAWAN_MAX}) l
      JOIN pengguna u ON u.id = l.id
     ORDER BY u.nama, u.id`,
    row: { id: 'uuid', nama: 'text' },
  })

const LIST_LAWAN = { pasien: listStatement('pasien_id', 'dokter_id'), dokter: listStatement('dokter_id', 'pasien_id') }

/** Those with whom this actor had to do last, by name; at most 100. */
export const listLawanRows = async ({ id, peran }: Actor): Promise<LawanRow[]> => (peran === 'admin' ? [] : query(LIST_LAWAN[peran], [id]))

const NAME_LAWAN = statement({
  name: 'name_lawan',
  text: `
    SELECT k.id AS konsultasi_id, u.id, CASE u.id WHEN k.pasien_id THEN k.profil_awal->>'nama' ELSE u.nama END AS nama FROM konsultasi k
      JOIN pengguna u ON u.id = CASE $1::uuid WHEN k.pasien_id THEN k.dokter_id WHEN k.dokter_id THEN k.pasien_id END
     WHERE k.id = ANY($2::uuid[])`,
  row: { konsultasi_id: 'uuid', id: 'uuid', nama: 'text' },
})

/** The other one of each of these konsultasi, as far as they are this actor's own; of a pasien by whom it treats. */
export const nameLawanRows = (actor: Actor, konsultasiIds: string[]): Promise<(LawanRow & { readonly konsultasi_id: string })[]> =>
  query(NAME_LAWAN, [actor.id, konsultasiIds])
