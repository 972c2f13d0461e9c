import { PESAN_JSON, type PesanRow } from './pesan'
import { query, shaped, statement, type Transaction } from './sql'

/** Somebody who takes part, with what entitles a dokter to; the id is a plain UUID. */
export interface OrangRow {
  readonly id: string
  readonly nama: string
  readonly peran: 'pasien' | 'dokter'
  readonly spesialisasi: string | null
  readonly nomor_str: string | null
  readonly nomor_sip: string | null
}

const ONE_MOMENT = statement({
  name: 'one_moment',
  text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  row: {},
})

/** All that this transaction reads from here on is from one moment. Must come first. */
export const readOneMoment = (tx: Transaction) => query(ONE_MOMENT, [], tx)

const PEOPLE = statement({
  name: 'read_people_with_sip',
  text: `
    SELECT k.rev, json_build_object('id', u.id, 'nama', u.nama, 'peran', u.peran, 'spesialisasi', d.spesialisasi, 'nomor_str', d.nomor_str, 'nomor_sip', d.nomor_sip) AS orang
      FROM konsultasi k JOIN pengguna u ON u.id IN (k.pasien_id, k.dokter_id) LEFT JOIN dokter d ON d.pengguna_id = u.id
     WHERE k.id = $1 ORDER BY u.id = k.dokter_id`,
  row: { rev: 'int4', orang: shaped<OrangRow>('json') },
})

/** Both people of a konsultasi, the pasien first, and its `rev`; ids are plain UUIDs. */
export async function readPeople(konsultasiId: string, tx: Transaction): Promise<{ rev: number; orang: OrangRow[] }> {
  const rows = await query(PEOPLE, [konsultasiId], tx)
  return { rev: rows[0]?.rev ?? 0, orang: rows.map(({ orang }) => orang) }
}

const PAGE = statement({
  name: 'list_pesan_transkrip',
  text: `
    SELECT ${PESAN_JSON} AS pesan,
           CASE WHEN p.dihapus_pada IS NULL THEN (SELECT encode(a.sha256, 'hex') FROM lampiran a WHERE a.id = p.lampiran_id) END AS sha256
      FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id
     WHERE p.konsultasi_id = $1 AND p.urutan > $2 ORDER BY p.urutan LIMIT $3`,
  row: { pesan: shaped<PesanRow>('json'), sha256: 'text?' },
})

export type PesanBersidik = Awaited<ReturnType<typeof listPesanAfter>>[number]

/** The next pesan of a konsultasi in their order, each with the SHA-256 of its lampiran. */
export const listPesanAfter = (konsultasiId: string, urutan: number, most: number, tx: Transaction) =>
  query(PAGE, [konsultasiId, urutan, most], tx)
