import { AKSI_BACA, type Aksi, type ApaDibaca, type Rincian } from '@/lib/domain/audit'
import type { Peran } from '@/lib/domain/pengguna'
import { onDemand, query, shaped, statement } from './sql'
import { iso } from './times'

/** A row of the audit log with the names that a reader needs. Ids are plain UUIDs, times ISO 8601. */
export interface AuditRow {
  readonly nomor: number
  readonly id: string
  readonly pada: string
  readonly aktor_id: string | null
  readonly aktor_nama: string | null
  readonly aksi: Aksi
  readonly konsultasi_id: string | null
  readonly pasien_nama: string | null
  readonly dokter_nama: string | null
  readonly pesan_id: string | null
  readonly pengguna_id: string | null
  readonly pengguna_nama: string | null
  readonly alasan: string | null
  readonly alamat: string | null
  readonly rincian: Rincian | null
  /** Of this row and the one before, in hexadecimal. */
  readonly hash: string
}

export interface AuditFilter {
  readonly aktorId?: string | null
  readonly aksi?: readonly Aksi[] | null
  readonly konsultasiId?: string | null
  /** What was done to this person, or to a konsultasi of theirs. */
  readonly penggunaId?: string | null
  /** From this moment on, and before that one. */
  readonly dari?: Date | null
  readonly sampai?: Date | null
}

interface AuditPlace {
  /** Only rows before this number. */
  readonly before: number | null
  readonly limit: number
}

/** What each filter asks; `$` stands for its value. */
const CONDITIONS = {
  aktorId: 'a.aktor_id = $::uuid',
  konsultasiId: 'a.konsultasi_id = $::uuid',
  aksi: 'a.aksi = ANY($::text[])',
  // An array and no subquery: each of the two indexes then finds its part.
  penggunaId: `(a.pengguna_id = $::uuid OR a.konsultasi_id = ANY(ARRAY(
         SELECT id FROM konsultasi WHERE pasien_id = $::uuid UNION ALL SELECT id FROM konsultasi WHERE dokter_id = $::uuid)))`,
  dari: 'a.pada >= $::timestamptz',
  sampai: 'a.pada < $::timestamptz',
} as const
const FILTERS = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]

// By number and not by time: the number is the order of the chain, and the time is that of a transaction's beginning.
// A statement of its own for each set of filters: which index serves it depends on which are there.
const listStatement = onDemand((given: typeof FILTERS) =>
  statement({
    name: `list_audit_${given.join('_')}`,
    text: `
    SELECT a.nomor, a.id, ${iso('a.pada')} AS pada, a.aktor_id, aktor.nama AS aktor_nama, a.aksi, a.konsultasi_id, pasien.nama AS pasien_nama,
           dokter.nama AS dokter_nama, a.pesan_id, a.pengguna_id, sasaran.nama AS pengguna_nama, a.alasan, a.alamat, a.rincian,
           encode(a.hash, 'hex') AS hash
      FROM audit a
      LEFT JOIN pengguna aktor ON aktor.id = a.aktor_id
      LEFT JOIN pengguna sasaran ON sasaran.id = a.pengguna_id
      LEFT JOIN konsultasi k ON k.id = a.konsultasi_id
      LEFT JOIN pengguna pasien ON pasien.id = k.pasien_id
      LEFT JOIN pengguna dokter ON dokter.id = k.dokter_id
     WHERE a.nomor < coalesce($1::bigint, 9007199254740991)
       ${given.map((name, n) => `AND ${CONDITIONS[name].replaceAll('$', `$${n + 3}`)}`).join('\n       ')}
     ORDER BY a.nomor DESC
     LIMIT $2`,
    row: {
      nomor: 'int4',
      id: 'uuid',
      pada: 'text',
      aktor_id: 'uuid?',
      aktor_nama: 'text?',
      aksi: shaped<Aksi>('text'),
      konsultasi_id: 'uuid?',
      pasien_nama: 'text?',
      dokter_nama: 'text?',
      pesan_id: 'uuid?',
      pengguna_id: 'uuid?',
      pengguna_nama: 'text?',
      alasan: 'text?',
      alamat: 'text?',
      rincian: shaped<Rincian | null>('jsonb'),
      hash: 'text',
    },
  }),
)

listStatement([])
listStatement(FILTERS)

/** The audit log, what was written last first. */
export function listAuditRows({ before, limit, ...filter }: AuditFilter & AuditPlace): Promise<AuditRow[]> {
  const given = FILTERS.filter((name) => filter[name])
  return query(listStatement(given), [before, limit, ...given.map((name) => filter[name])])
}

// The pages' question before they show anything of a konsultasi: has this admin said why, and not long ago? Only the opening of the konsultasi
// itself counts: what is read afterwards under the same reason must not make the time longer. Rows that are older than kinds are openings.
const FIND_REASON = statement({
  name: 'find_reason',
  text: `
    SELECT alasan, ${iso('pada')} AS pada FROM audit
     WHERE konsultasi_id = $1 AND aktor_id = $2 AND aksi = 'konsultasi.dibaca' AND alasan IS NOT NULL
       AND coalesce(rincian->>'apa', 'konsultasi') = 'konsultasi'
       AND pada > now() - make_interval(mins => $3)
     ORDER BY nomor DESC LIMIT 1`,
  row: { alasan: 'text', pada: 'text' },
})

/** The reason that an admin gave last for reading this konsultasi within so many minutes, and when; null without one. */
export async function findReason(adminId: string, konsultasiId: string, minutes: number): Promise<{ alasan: string; pada: string } | null> {
  const [row] = await query(FIND_REASON, [konsultasiId, adminId, minutes])
  return row ?? null
}

/** A reading of what belongs to a profil; `nomor` is its place in the log. */
export interface PembacaRow {
  readonly nomor: number
  readonly pada: string
  readonly nama: string
  readonly peran: Peran
  readonly apa: ApaDibaca
  readonly konsultasi_id: string
  readonly alasan: string | null
}

// An array and no subquery: the index of konsultasi then finds its part. Rows that are older than kinds are openings.
const LIST_PEMBACA = statement({
  name: 'list_pembaca',
  text: `
    SELECT a.nomor, ${iso('a.pada')} AS pada, aktor.nama, aktor.peran, coalesce(a.rincian->>'apa', 'konsultasi') AS apa, k.id AS konsultasi_id, a.alasan
      FROM audit a JOIN konsultasi k ON k.id = a.konsultasi_id JOIN pengguna aktor ON aktor.id = a.aktor_id
     WHERE a.konsultasi_id = ANY(ARRAY(SELECT id FROM konsultasi WHERE profil_id = $1))
       AND a.aksi IN (${AKSI_BACA.map((aksi) => `'${aksi}'`).join(', ')}) AND a.aktor_id NOT IN (k.pasien_id, k.dokter_id)
       AND a.nomor < coalesce($2::bigint, 9007199254740991)
     ORDER BY a.nomor DESC LIMIT $3`,
  row: {
    nomor: 'int4',
    pada: 'text',
    nama: 'text',
    peran: 'peran',
    apa: shaped<ApaDibaca>('text'),
    konsultasi_id: 'uuid',
    alasan: 'text?',
  },
})

/** Who but its owner and the dokter of the konsultasi itself read what of a profil, newest first. */
export const listPembacaRows = (profilId: string, before: number | null, limit: number): Promise<PembacaRow[]> =>
  query(LIST_PEMBACA, [profilId, before, limit])
