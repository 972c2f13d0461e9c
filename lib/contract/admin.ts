import { z } from 'zod'
import { AKSI, APA_DIBACA } from '@/lib/domain/audit'
import { uuidOf } from '@/lib/domain/id'
import { ALASAN_MAX, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { PERAN } from '@/lib/domain/pengguna'
import { SIP_SEGERA_DAYS } from '@/lib/domain/sip'
import { bound } from './bound'
import { decodeBase64, digits, perPage, text, timeCursor } from './fields'
import { PenggunaView } from './pengguna'

/** Characters of a search. */
const Q_MAX = 200

/** `q` is part of a name or an address, or a whole id; blank means everybody. */
export const ListPengguna = z.object({
  q: text(0, Q_MAX).optional(),
  peran: z.enum(PERAN).optional(),
  per_page: perPage,
  cursor: timeCursor,
})
export type ListPengguna = z.infer<typeof ListPengguna>

/** Somebody as an admin sees them in the list. */
export const PenggunaAdminView = z
  .object({
    ...PenggunaView.shape,
    dibuat_pada: z.iso.datetime(),
    ditutup: z.boolean().meta({ description: 'closed for good by its owner; `aktif` is false then' }),
  })
  .meta({ id: 'PenggunaAdmin' })
export type PenggunaAdminView = z.infer<typeof PenggunaAdminView>

/** Suspending and restoring both ask why. */
export const SetStatusPengguna = z.object({ aktif: z.boolean(), alasan: text(1, ALASAN_MAX) })
export type SetStatusPengguna = z.infer<typeof SetStatusPengguna>

/** What an admin does to somebody's account asks why. */
export const WithAlasan = z.object({ alasan: text(1, ALASAN_MAX) })
export type WithAlasan = z.infer<typeof WithAlasan>

const penggunaId = z.string().refine((id) => uuidOf('pengguna', id) !== null, 'pengguna')

const AUDIT_CURSOR = /^nomor\.(\d{1,15})$/

/** The place after a row of the log, as an opaque word. The log has an order of its own: the number that each row got in the chain. */
export const writeAuditCursor = (nomor: number): string => btoa(`nomor.${nomor}`).replace(/=+$/, '')

/** Where a page of the log begins. */
export const auditCursor = z
  .string()
  .transform((value, ctx) => {
    const [, nomor] = AUDIT_CURSOR.exec(decodeBase64(value)) ?? []
    if (nomor === undefined) ctx.addIssue({ code: 'custom', message: 'cursor' })
    return nomor === undefined ? z.NEVER : Number(nomor)
  })
  .meta({ type: 'string' })

/**
 * Which rows of the log: by whom, what, about which konsultasi, about whom (or a konsultasi of theirs), when. A `konsultasi_id` counts as if it
 * stood in the path, so it is not looked at here.
 */
export const AuditFilters = z.object({
  aktor: penggunaId.optional(),
  aksi: z.enum(AKSI).optional(),
  konsultasi_id: z.string().optional(),
  pengguna: penggunaId.optional(),
  dari: bound('dari'),
  sampai: bound('sampai'),
})
export type AuditFilters = z.infer<typeof AuditFilters>

export const ListAudit = z.object({ ...AuditFilters.shape, per_page: perPage, cursor: auditCursor.optional() })
export type ListAudit = z.infer<typeof ListAudit>

/** A row of the audit log. `aktor` is null for what the system did by itself; ids that do not belong to a deed are left out. */
export const AuditView = z
  .object({
    id: z.string(),
    pada: z.iso.datetime(),
    aktor: z.object({ id: z.string(), nama: z.string() }).nullable(),
    aksi: z.enum(AKSI),
    konsultasi_id: z.string().optional(),
    pesan_id: z.string().optional(),
    pengguna_id: z.string().optional(),
    alasan: z.string().optional(),
    apa: z.enum(APA_DIBACA).optional().meta({ description: 'with a reading: what of the konsultasi was read' }),
    alamat: z.string().optional().meta({ description: 'the network address that it was asked from' }),
    sip_berlaku_sampai: z.iso
      .date()
      .nullable()
      .optional()
      .meta({ description: 'with a decision about a dokter: until when their SIP counted after it' }),
  })
  .meta({ id: 'Audit' })
export type AuditView = z.infer<typeof AuditView>

/** With an end of the log as it was kept elsewhere: its number and its hash in hexadecimal, both or neither. */
export const CheckRantai = z
  .object({
    nomor: digits
      .refine((n) => n > 0, 'number')
      .meta({ type: 'integer', minimum: 1 })
      .optional(),
    hash: z
      .string()
      .trim()
      .regex(/^[0-9a-f]{64}$/i, 'hash')
      .meta({ type: 'string' })
      .optional(),
  })
  .superRefine(({ nomor, hash }, ctx) => {
    if ((nomor === undefined) !== (hash === undefined))
      ctx.addIssue({ code: 'custom', path: [nomor === undefined ? 'nomor' : 'hash'], message: 'required' })
  })
export type CheckRantai = z.infer<typeof CheckRantai>

/** What a look at the hashes of the whole log found. `terakhir` is worth keeping elsewhere: rows cut off at the end show only by it. */
export const RantaiView = z
  .object({
    utuh: z.boolean(),
    diperiksa: z.int().meta({ description: 'Rows that were looked at, the broken one included.' }),
    rusak_pada: z
      .object({ nomor: z.int(), id: z.string(), pada: z.iso.datetime() })
      .optional()
      .meta({ description: 'The first row that does not fit to the one before.' }),
    terakhir: z
      .object({ nomor: z.int(), hash: z.string() })
      .nullable()
      .meta({ description: 'The last row that fits. Kept elsewhere, it shows later whether rows were cut off at the end.' }),
    masih_ada: z.boolean().optional().meta({ description: 'With `nomor` and `hash` only: whether that row is there and has that hash.' }),
  })
  .meta({ id: 'RantaiAudit' })
export type RantaiView = z.infer<typeof RantaiView>

/** Whose data could this person have read between these times? */
export const ReadJangkauan = z.object({
  pengguna: penggunaId,
  dari: bound('dari'),
  sampai: bound('sampai'),
  per_page: perPage,
  cursor: timeCursor,
})
export type ReadJangkauan = z.infer<typeof ReadJangkauan>

/** A konsultasi within somebody's reach, with its people and its present status, and nothing of its content. */
export const JangkauanView = z
  .object({
    konsultasi_id: z.string(),
    status: z.enum(STATUS_KONSULTASI).meta({ description: 'As it is now.' }),
    pasien: z.object({ id: z.string(), nama: z.string() }),
    dokter: z.object({ id: z.string(), nama: z.string() }),
    profil: z.object({ id: z.string(), nama: z.string() }).meta({ description: 'Who is treated.' }),
    pada: z.iso
      .datetime()
      .meta({ description: 'When the konsultasi began, for its pasien and dokter; when it was opened, for everybody else.' }),
    alasan: z.string().nullable().meta({ description: 'Why an admin opened it.' }),
    dibuka: z.boolean().meta({ description: 'It was opened by an admin, or by a dokter as riwayat; else it is their own.' }),
  })
  .meta({ id: 'Jangkauan' })
export type JangkauanView = z.infer<typeof JangkauanView>

export const JangkauanMeta = z.object({
  pengguna: z.object({ id: z.string(), nama: z.string(), peran: z.enum(PERAN) }),
  bisa_membuka_semua: z.boolean(),
})
export type JangkauanMeta = z.infer<typeof JangkauanMeta>

/** One day in WIB: what was booked, accepted and completed on it. */
const HariView = z.object({ tanggal: z.iso.date(), diajukan: z.int(), diterima: z.int(), selesai: z.int() })
export type HariView = z.infer<typeof HariView>

const seconds = z.number().nullable().meta({ description: 'seconds at the median; null when nothing was measured' })

/**
 * Numbers for the dashboard: nothing in them names anybody. `per_hari`, the medians and `penyelesaian` are about the last 30 days in WIB, today
 * included; `dokter_sip` about verified dokter today.
 */
export const StatistikView = z
  .object({
    konsultasi: z.object({ total: z.int(), per_status: z.record(z.enum(STATUS_KONSULTASI), z.int()) }),
    per_hari: z.array(HariView),
    median_detik: z.object({ diterima: seconds, jawaban_pertama: seconds, selesai: seconds }),
    penyelesaian: z.object({ diterima: z.int(), selesai: z.int() }).meta({
      description:
        'of the konsultasi accepted in those days, how many have been completed by now: one that is still active counts as not completed',
    }),
    orang_aktif: z.object({ hari_7: z.int(), hari_30: z.int() }),
    pengguna: z.object({ pasien: z.int(), dokter: z.int(), admin: z.int(), ditangguhkan: z.int() }),
    dokter_menunggu: z.int(),
    dokter_sip: z
      .object({ segera: z.int(), habis: z.int() })
      .meta({ description: `whose SIP ends within ${SIP_SEGERA_DAYS} days, and whose has ended` }),
  })
  .meta({ id: 'Statistik' })
export type StatistikView = z.infer<typeof StatistikView>
