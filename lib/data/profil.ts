import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import type { IsiProfil } from '@/lib/domain/profil'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadOwnProfil } from '@/lib/policy/profil'
import { HEAD, HEAD_ROW, headOf } from './konsultasi'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** A profil; its id is a plain UUID, its time ISO 8601. */
export interface ProfilRow extends IsiProfil {
  readonly id: string
  readonly pemilik_id: string
  readonly diarsipkan_pada: string | null
}

/** The columns, by how a value is given to them. */
const COLUMNS = {
  hubungan: '',
  nama: '',
  tanggal_lahir: '::date',
  jenis_kelamin: '',
  alamat: '',
  berat_kg: '',
  alergi: '::jsonb',
  obat_rutin: '::jsonb',
  riwayat: '::jsonb',
} as const satisfies { readonly [Name in keyof IsiProfil]: '' | '::date' | '::jsonb' }
const NAMES = Object.keys(COLUMNS) as (keyof IsiProfil)[]

const PROFIL_JSON = `json_build_object('id', f.id, 'pemilik_id', f.pemilik_id, 'diarsipkan_pada', ${iso('f.diarsipkan_pada')},
    ${NAMES.map((name) => `'${name}', f.${name}`).join(', ')})`
const ROW = { profil: shaped<ProfilRow>('json') }

const LIST = statement({
  name: 'list_profil',
  text: `
    SELECT ${PROFIL_JSON} AS profil FROM profil f WHERE f.pemilik_id = $1 AND ($2::boolean OR f.diarsipkan_pada IS NULL)
     ORDER BY f.hubungan <> 'diri', lower(f.nama), f.id`,
  row: ROW,
})

/** Those of one account, `diri` first. */
export const listProfilOf = async (pemilikId: string, withArchived: boolean, tx?: Transaction): Promise<ProfilRow[]> =>
  (await query(LIST, [pemilikId, withArchived], tx)).map(({ profil }) => profil)

const FIND = statement({ name: 'find_profil', text: `SELECT ${PROFIL_JSON} AS profil FROM profil f WHERE f.id = $1`, row: ROW })

/** One's own, archived or not. `id` is the client's. @throws Refusal `not_found`, `forbidden` */
export async function findProfilFor(actor: Actor, id: string, tx?: Transaction): Promise<ProfilRow> {
  const uuid = uuidOf('profil', id)
  const [row] = uuid ? await query(FIND, [uuid], tx) : []
  if (!row) throw new Refusal('not_found')
  allow(canReadOwnProfil(actor, row.profil))
  return row.profil
}

/** Behind the id and its owner. */
const GIVEN = NAMES.map((name, at) => ({ name, value: `$${at + 3}${COLUMNS[name]}` }))

const KEEP = statement({
  name: 'keep_profil',
  text: `
    INSERT INTO profil AS f (id, pemilik_id, ${NAMES.join(', ')}) VALUES ($1, $2, ${GIVEN.map(({ value }) => value).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${GIVEN.map(({ name, value }) => `${name} = ${value}`).join(', ')}
    RETURNING ${PROFIL_JSON} AS profil`,
  row: ROW,
})

/** Writes a profil, new or changed, as it is to be from now on. */
export async function keepProfil(f: IsiProfil & { readonly id: string; readonly pemilikId: string }, tx: Transaction): Promise<ProfilRow> {
  const given = NAMES.map((name) => (COLUMNS[name] === '::jsonb' && f[name] !== null ? JSON.stringify(f[name]) : f[name]))
  const [row] = await query(KEEP, [f.id, f.pemilikId, ...given], tx)
  return (row as typeof row & { profil: ProfilRow }).profil
}

// Held in one order, so that two who change several at once follow each other. What ended meanwhile keeps who was treated as they were.
const MOVE_OPEN = statement({
  name: 'move_rev_of_profil',
  text: `
    UPDATE konsultasi SET rev = rev + 1
     WHERE id IN (SELECT id FROM konsultasi WHERE profil_id = $1 AND status IN ('pending', 'active') ORDER BY id FOR NO KEY UPDATE)
    RETURNING ${HEAD}`,
  row: HEAD_ROW,
})

/** Counts a change of who is treated in each konsultasi that shows them as they are now. @returns those konsultasi, for whoever has them open */
export const moveKonsultasiOf = async (profilId: string, tx: Transaction): Promise<KonsultasiHead[]> =>
  (await query(MOVE_OPEN, [profilId], tx)).map(headOf)

const ARCHIVE = statement({
  name: 'archive_profil',
  text: `
    UPDATE profil f SET diarsipkan_pada = now()
     WHERE f.id = $1 AND NOT EXISTS (SELECT FROM konsultasi k WHERE k.profil_id = f.id AND k.status IN ('pending', 'active'))
    RETURNING ${PROFIL_JSON} AS profil`,
  row: ROW,
})

/** Booking holds the account too, so that none begins meanwhile. @returns null while a konsultasi of it is open */
export async function archive(id: string, tx: Transaction): Promise<ProfilRow | null> {
  const [row] = await query(ARCHIVE, [id], tx)
  return row?.profil ?? null
}

const FIND_BOOKABLE = statement({
  name: 'find_bookable_profil',
  text: `
    SELECT ${PROFIL_JSON} AS profil FROM profil f
     WHERE f.pemilik_id = $1 AND f.diarsipkan_pada IS NULL AND CASE WHEN $2::uuid IS NULL THEN f.hubungan = 'diri' ELSE f.id = $2 END`,
  row: ROW,
})

/** Which profil somebody books for with this id (the client's); without one, their own. Null when they cannot. */
export async function findBookableProfil(pemilikId: string, id: string | null, tx?: Transaction): Promise<ProfilRow | null> {
  const uuid = id === null ? null : uuidOf('profil', id)
  if (id !== null && uuid === null) return null
  const [row] = await query(FIND_BOOKABLE, [pemilikId, uuid], tx)
  return row?.profil ?? null
}

/** What a konsultasi says of whom it treats. */
export interface ProfilOfKonsultasi {
  readonly id: string
  readonly pasien_id: string
  readonly dokter_id: string
  readonly penerus_id: string | null
  readonly status: StatusKonsultasi
  readonly profil_id: string
  readonly bagikan_riwayat: boolean
  /** As it is while the konsultasi is open, then as it was at its end. */
  readonly profil: IsiProfil
}

const READ_OF_KONSULTASI = statement({
  name: 'read_profil_of_konsultasi',
  text: `
    SELECT k.id, k.pasien_id, k.dokter_id, k.penerus_id, k.status, k.profil_id, k.bagikan_riwayat, coalesce(k.profil_akhir, potret_profil(k.profil_id)) AS profil
      FROM konsultasi k WHERE k.id = $1`,
  row: {
    id: 'uuid',
    pasien_id: 'uuid',
    dokter_id: 'uuid',
    penerus_id: 'uuid?',
    status: 'status_konsultasi',
    profil_id: 'uuid',
    bagikan_riwayat: 'bool',
    profil: shaped<IsiProfil>('jsonb'),
  },
})

/** The caller asks who may. `id` is the client's. @throws Refusal `not_found` */
export async function readProfilOf(id: string): Promise<ProfilOfKonsultasi> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(READ_OF_KONSULTASI, [uuid]) : []
  if (!row) throw new Refusal('not_found')
  return row
}

/** A completed konsultasi; `selesai` is its place in the list. */
export interface RiwayatRow {
  readonly id: string
  readonly selesai: Date
  readonly selesai_pada: string
  readonly dokter_nama: string
  readonly spesialisasi: string
}

const LIST_RIWAYAT = statement({
  name: 'list_riwayat',
  text: `
    SELECT k.id, k.selesai_pada AS selesai, ${iso('k.selesai_pada')} AS selesai_pada, dokter.nama AS dokter_nama, d.spesialisasi
      FROM konsultasi k JOIN pengguna dokter ON dokter.id = k.dokter_id JOIN dokter d ON d.pengguna_id = k.dokter_id
     WHERE k.profil_id = $1 AND k.selesai_pada IS NOT NULL
       AND ($2::timestamptz IS NULL OR (k.selesai_pada, k.id) < ($2::timestamptz, $3::uuid))
     ORDER BY k.selesai_pada DESC, k.id DESC LIMIT $4`,
  row: { id: 'uuid', selesai: 'timestamptz', selesai_pada: 'text', dokter_nama: 'text', spesialisasi: 'text' },
})

/** The completed konsultasi of a profil, what ended last first. */
export const listRiwayatRows = (profilId: string, after: { pada: Date; id: string } | null, limit: number): Promise<RiwayatRow[]> =>
  query(LIST_RIWAYAT, [profilId, after?.pada ?? null, after?.id ?? null, limit])
