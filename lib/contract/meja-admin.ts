import { z } from 'zod'
import { STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { perPage, timeCursor } from './fields'

const Orang = z.object({ id: z.string(), nama: z.string() })

export const TungguView = z
  .object({
    konsultasi_id: z.string(),
    status: z.enum(STATUS_KONSULTASI),
    pasien: Orang,
    profil: Orang.meta({ description: 'Who is treated.' }),
    dokter: z.object({ ...Orang.shape, spesialisasi: z.string() }),
    sejak: z.iso.datetime().meta({ description: 'Since when the pasien waits for an answer.' }),
    lewat_janji: z.boolean().meta({ description: 'Longer than what the clinic promises.' }),
    mendesak: z.boolean().meta({ description: 'A sign of danger that is `merah` was not acknowledged.' }),
  })
  .meta({ id: 'Tunggu' })
export type TungguView = z.infer<typeof TungguView>

export const TungguMeta = z.object({
  janji_menit: z.number().meta({ description: 'What the clinic promises: `TAWARKAN_LAIN_MENIT`.' }),
  jumlah: z.int().meta({ description: 'How many wait, also beyond those that are shown.' }),
})

/** What is counted of a dokter, in the order in which a table and a file show it. */
export const HITUNGAN_DOKTER = ['menunggu', 'berlangsung', 'diajukan', 'diterima', 'ditolak', 'kedaluwarsa', 'selesai'] as const

export const AngkaDokterView = z
  .object({
    dokter: z.object({ ...Orang.shape, spesialisasi: z.string() }),
    menunggu: z.int().meta({ description: 'Pending now.' }),
    berlangsung: z.int().meta({ description: 'Active now.' }),
    diajukan: z.int().meta({ description: 'Asked for in the last 30 days; so are the next four.' }),
    diterima: z.int(),
    ditolak: z.int(),
    kedaluwarsa: z.int(),
    selesai: z.int(),
    median_menerima_menit: z.number().nullable().meta({ description: 'From asking to acceptance, at the median.' }),
    nilai: z.object({ rata: z.number(), jumlah: z.int() }).nullable().meta({ description: 'Of all time; null without any.' }),
  })
  .meta({ id: 'AngkaDokter' })
export type AngkaDokterView = z.infer<typeof AngkaDokterView>

export const ListPenilaian = z.object({ per_page: perPage, cursor: timeCursor })
export type ListPenilaian = z.infer<typeof ListPenilaian>

export const PenilaianAdminView = z
  .object({
    konsultasi_id: z.string(),
    dokter: Orang,
    bintang: z.int(),
    komentar: z.string().nullable(),
    pada: z.iso.datetime(),
  })
  .meta({ id: 'PenilaianAdmin' })
export type PenilaianAdminView = z.infer<typeof PenilaianAdminView>
