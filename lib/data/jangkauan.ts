import { AKSI_BACA } from '@/lib/domain/audit'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { query, statement } from './sql'
import { iso } from './times'

/** A konsultasi within reach. Ids are plain UUIDs; `id` and `waktu` are the place in the list. */
export interface JangkauanRow {
  readonly id: string
  readonly waktu: Date
  readonly pada: string
  readonly alasan: string | null
  readonly konsultasi_id: string
  readonly status: StatusKonsultasi
  readonly pasien_id: string
  readonly pasien_nama: string
  readonly dokter_id: string
  readonly dokter_nama: string
  /** Who is treated. */
  readonly profil_id: string
  readonly profil_nama: string
  /** It was opened by somebody who takes no part in it; else it is theirs. */
  readonly dibuka: boolean
}

interface Question {
  readonly penggunaId: string
  readonly dari: Date | null
  readonly sampai: Date | null
  readonly after: { readonly pada: Date; readonly id: string } | null
  readonly limit: number
}

const PEOPLE = 'JOIN pengguna pasien ON pasien.id = k.pasien_id JOIN pengguna dokter ON dokter.id = k.dokter_id'
const COLUMNS = `k.id AS konsultasi_id, k.status, k.pasien_id, pasien.nama AS pasien_nama, k.dokter_id, dokter.nama AS dokter_nama,
  k.profil_id, k.profil_awal ->> 'nama' AS profil_nama`
const PLACE = (time: string, id: string) => `
       AND ($3::timestamptz IS NULL OR (${time}, ${id}) < ($3::timestamptz, $4::uuid))
     ORDER BY ${time} DESC, ${id} DESC LIMIT $5`

const ROW = {
  id: 'uuid',
  waktu: 'timestamptz',
  pada: 'text',
  alasan: 'text?',
  konsultasi_id: 'uuid',
  status: 'status_konsultasi',
  pasien_id: 'uuid',
  pasien_nama: 'text',
  dokter_id: 'uuid',
  dokter_nama: 'text',
  profil_id: 'uuid',
  profil_nama: 'text',
  dibuka: 'bool',
} as const

/** SQL: each reading of others' konsultasi that was written down; what was opened some minutes before `dari` was open still. */
const OPENED = `
    SELECT a.id, a.pada AS waktu, ${iso('a.pada')} AS pada, a.alasan, ${COLUMNS}, true AS dibuka
      FROM audit a JOIN konsultasi k ON k.id = a.konsultasi_id ${PEOPLE}
     WHERE a.aktor_id = $1 AND a.aksi IN (${AKSI_BACA.map((aksi) => `'${aksi}'`).join(', ')}) AND ($2::timestamptz IS NULL OR a.pada < $2::timestamptz)
       AND ($6::timestamptz IS NULL OR a.pada > $6::timestamptz - make_interval(mins => $7))${PLACE('a.pada', 'a.id')}`

const LIST_WITHIN_REACH = statement({
  name: 'jangkauan_peserta',
  text: `
    SELECT * FROM (
      (SELECT k.id, k.dibuat_pada AS waktu, ${iso('k.dibuat_pada')} AS pada, NULL::text AS alasan, ${COLUMNS}, false AS dibuka
         FROM konsultasi k ${PEOPLE}
        WHERE $1::uuid IN (k.pasien_id, k.dokter_id) AND ($2::timestamptz IS NULL OR k.dibuat_pada < $2::timestamptz)${PLACE('k.dibuat_pada', 'k.id')})
      UNION ALL (${OPENED})
    ) semua ORDER BY waktu DESC, id DESC LIMIT $5`,
  row: ROW,
})

const LIST_OPENED = statement({ name: 'jangkauan_admin', text: OPENED, row: ROW })

const valuesOf = ({ penggunaId, dari, sampai, after, limit }: Question, minutes: number) => [
  penggunaId,
  sampai,
  after?.pada ?? null,
  after?.id ?? null,
  limit,
  dari,
  minutes,
]

/**
 * The konsultasi of a pasien or dokter that had begun before `sampai` (what was theirs once they can read for ever), and each time that they opened
 * somebody else's: of a profil that they treat now, or that was handed over to them.
 */
export const listWithinReach = (question: Question, minutes: number): Promise<JangkauanRow[]> =>
  query(LIST_WITHIN_REACH, valuesOf(question, minutes))

/** Each time that an admin opened a konsultasi. */
export const listOpened = (question: Question, minutes: number): Promise<JangkauanRow[]> => query(LIST_OPENED, valuesOf(question, minutes))
