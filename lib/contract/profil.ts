import { z } from 'zod'
import { APA_DIBACA } from '@/lib/domain/audit'
import { PERAN } from '@/lib/domain/pengguna'
import {
  ALAMAT_MAX,
  ALERGI_DIKETAHUI,
  BERAT_MAX_KG,
  BERAT_MIN_KG,
  DAFTAR_MAX,
  HUBUNGAN,
  ISIAN_MAX,
  type IsiProfil,
  JENIS_KELAMIN,
  LAHIR_MIN,
  NAMA_PROFIL_MAX,
  type NamaFakta,
} from '@/lib/domain/profil'
import { dayInWib } from '@/lib/domain/zona'
import { auditCursor } from './admin'
import { DokumenView } from './dokumen'
import { line, lines, perPage, timeCursor } from './fields'

const birthday = z.iso.date('date').superRefine((day, ctx) => {
  if (day < LAHIR_MIN) ctx.addIssue({ code: 'custom', message: 'date' })
  else if (day > dayInWib(new Date())) ctx.addIssue({ code: 'custom', message: 'future' })
})

/** Decimals cannot be counted on a number of the computer: it is compared with what one decimal makes of it. */
const hasOneDecimal = (kg: number) => Number(kg.toFixed(1)) === kg

const berat = z
  .number('type')
  .refine((kg) => kg >= BERAT_MIN_KG && kg <= BERAT_MAX_KG, { error: 'between', params: { min: BERAT_MIN_KG, max: BERAT_MAX_KG } })
  .refine(hasOneDecimal, 'one_decimal')
  .meta({ minimum: BERAT_MIN_KG, maximum: BERAT_MAX_KG })

const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .array(entry)
    .refine((entries) => entries.length <= DAFTAR_MAX, { error: 'too_many', params: { max: DAFTAR_MAX } })
    .nullish()
    .meta({ maxItems: DAFTAR_MAX, description: 'Null: nobody asked; an empty list: there is none.' })

const isian = line(1, ISIAN_MAX)
/** A blank or null `reaksi` is none. */
const Alergi = z
  .object({ zat: isian, reaksi: line(0, ISIAN_MAX).nullish() })
  .transform(({ zat, reaksi }) => (reaksi ? { zat, reaksi } : { zat }))

const Facts = {
  jenis_kelamin: z.enum(JENIS_KELAMIN).nullish(),
  alamat: lines(0, ALAMAT_MAX)
    .nullish()
    .transform((alamat) => (alamat === '' ? null : alamat)),
  berat_kg: berat.nullish(),
  alergi: listOf(Alergi),
  obat_rutin: listOf(isian),
  riwayat: listOf(isian),
} satisfies Record<Exclude<NamaFakta, 'tanggal_lahir'>, z.ZodType>

export const AddProfil = z.object({
  hubungan: z.enum(HUBUNGAN).refine((hubungan) => hubungan !== 'diri', 'hubungan_diri'),
  nama: line(1, NAMA_PROFIL_MAX),
  tanggal_lahir: birthday.meta({ description: 'From 1900-01-01 to today (WIB).' }),
  ...Facts,
})
export type AddProfil = z.infer<typeof AddProfil>

/** What is given replaces, what is not stays, null empties. */
export const EditProfil = z.object({
  hubungan: z.enum(HUBUNGAN).optional().meta({ description: 'Ignored for `diri`.' }),
  nama: line(1, NAMA_PROFIL_MAX).optional(),
  tanggal_lahir: birthday.nullish(),
  ...Facts,
})
export type EditProfil = z.infer<typeof EditProfil>

export const ListProfil = z.object({ arsip: z.enum(['true', 'false']).optional() })

const hari = z.iso.date().nullable()
const jenisKelamin = z.enum(JENIS_KELAMIN).nullable()

/** Who is treated. */
export const ProfilView = z
  .object({
    id: z.string(),
    hubungan: z.enum(HUBUNGAN),
    nama: z.string(),
    tanggal_lahir: hari,
    jenis_kelamin: jenisKelamin,
    alamat: z.string().nullable(),
    berat_kg: z.number().nullable(),
    alergi: z.array(z.object({ zat: z.string(), reaksi: z.string().optional() })).nullable(),
    obat_rutin: z.array(z.string()).nullable(),
    riwayat: z.array(z.string()).nullable(),
    diarsipkan_pada: z.iso.datetime().nullable(),
  } satisfies Record<keyof IsiProfil | 'id' | 'diarsipkan_pada', z.ZodType>)
  .meta({
    id: 'Profil',
    description: 'Of `alergi`, `obat_rutin` and `riwayat` null is that nobody asked, an empty list that there is none.',
  })
export type ProfilView = z.infer<typeof ProfilView>

/** For whom a konsultasi is, as it was at booking. */
export const ProfilSaatIni = z
  .object({
    id: z.string(),
    nama: z.string(),
    hubungan: z.enum(HUBUNGAN).optional(),
    tanggal_lahir: hari.optional(),
    umur: z.object({ tahun: z.int(), bulan: z.int() }).nullable().optional().meta({ description: 'At booking, in WIB.' }),
    jenis_kelamin: jenisKelamin.optional(),
    alergi_diketahui: z.enum(ALERGI_DIKETAHUI).nullable().optional().meta({ description: 'Null while nobody asked.' }),
  })
  .meta({ id: 'ProfilKonsultasi', description: 'As it was at booking. An admin gets only `id` and `nama` in lists.' })
export type ProfilSaatIni = z.infer<typeof ProfilSaatIni>

export const ListRiwayat = z.object({ per_page: perPage, cursor: timeCursor })
export type ListRiwayat = z.infer<typeof ListRiwayat>

/** An earlier konsultasi of the same profil: what came out of it, never its pesan. */
export const RiwayatView = z
  .object({
    konsultasi_id: z.string(),
    selesai_pada: z.iso.datetime(),
    dokter: z.object({ nama: z.string(), spesialisasi: z.string() }),
    dokumen: z.array(DokumenView),
  })
  .meta({ id: 'Riwayat' })
export type RiwayatView = z.infer<typeof RiwayatView>

export const ListPembaca = z.object({ per_page: perPage, cursor: auditCursor.optional() })
export type ListPembaca = z.infer<typeof ListPembaca>

/** A reading of what belongs to a profil. */
export const PembacaView = z
  .object({
    pada: z.iso.datetime(),
    nama: z.string(),
    peran: z.enum(PERAN),
    apa: z.enum(APA_DIBACA),
    konsultasi_id: z.string().meta({ description: 'The one that was read.' }),
    alasan: z.string().nullable(),
  })
  .meta({ id: 'Pembaca' })
export type PembacaView = z.infer<typeof PembacaView>
