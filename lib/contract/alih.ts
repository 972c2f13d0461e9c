import { z } from 'zod'
import { ISI_ALIH_MAX, STATUS_ALIH } from '@/lib/domain/alih'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { KOMENTAR_MAX } from '@/lib/domain/penilaian'
import { text } from './fields'

export const MovePending = z.object({ dokter_id: z.string() })

export const MovePendingFor = z.object({ dokter_id: z.string(), alasan: text(1, ALASAN_MAX) })

const part = (description: string) => text(1, ISI_ALIH_MAX).meta({ description })

export const ProposeAlih = z.object({
  dokter_id: z.string(),
  situasi: part('What is the matter now.'),
  latar: part('What led to it.'),
  penilaian: part('What the dokter makes of it.'),
  saran: part('What is to be done next.'),
})
export type ProposeAlih = z.infer<typeof ProposeAlih>

export const AlihView = z
  .object({
    dokter: z.object({ id: z.string(), nama: z.string(), spesialisasi: z.string() }).meta({ description: 'Who is to go on.' }),
    situasi: z.string(),
    latar: z.string(),
    penilaian: z.string(),
    saran: z.string(),
    status: z.enum(STATUS_ALIH).meta({ description: '`gugur`: it was not answered before the konsultasi ended.' }),
    diajukan_pada: z.iso.datetime(),
    dijawab_pada: z.iso.datetime().nullable(),
    konsultasi_id: z.string().nullable().meta({ description: 'The konsultasi that goes on with it; set exactly when `setuju`.' }),
  })
  .meta({ id: 'Alih' })
export type AlihView = z.infer<typeof AlihView>

export const AntreanView = z
  .object({
    posisi: z.int().meta({ description: 'Among those who wait for this dokter, by when they asked; 1 is next.' }),
    menit: z.tuple([z.int(), z.int()]).nullable().meta({
      description: 'In how many minutes this dokter accepted half of those of the last 30 days: the quartiles; null below 10 answers.',
    }),
  })
  .meta({ id: 'Antrean' })

export const RateKonsultasi = z.object({
  bintang: z.int().min(1, 'choice').max(5, 'choice'),
  komentar: text(0, KOMENTAR_MAX).nullish().meta({ description: 'Goes to admins only.' }),
})
export type RateKonsultasi = z.infer<typeof RateKonsultasi>

export const PenilaianView = z.object({ bintang: z.int(), komentar: z.string().nullable() }).meta({ id: 'Penilaian' })
export type PenilaianView = z.infer<typeof PenilaianView>
