import { z } from 'zod'
import { LIBUR_MAX, MAKS_AKTIF_MAX, MINGGUAN_MAX, minutesOf, overlap, ZONA, type Zona } from '@/lib/domain/jadwal'
import { day } from './fields'

const JAM = /^([01]\d|2[0-3]):[0-5]\d$/
const beginning = z.string().regex(JAM, 'jam')
const end = z.string().refine((value) => JAM.test(value) || value === '24:00', 'jam')

const JamPraktik = z
  .object({
    hari: z.int().min(1, 'choice').max(7, 'choice').meta({ description: '1 is Monday, 7 Sunday.' }),
    mulai: beginning.meta({ examples: ['08:00'] }),
    selesai: end.meta({
      description: 'After `mulai`; `24:00` is the end of the day. Hours beyond midnight are two entries.',
      examples: ['12:00'],
    }),
  })
  .refine(({ mulai, selesai }) => minutesOf(mulai) < minutesOf(selesai), { path: ['selesai'], message: 'jam_urutan' })

const Libur = z
  .object({ dari: day, sampai: day })
  .refine(({ dari, sampai }) => dari <= sampai, { path: ['sampai'], message: 'libur_urutan' })

const most = (max: number) => ({ error: 'too_many' as const, params: { max } })

/** The whole of it: what is left out is as it is without one. */
export const SetJadwal = z.object({
  zona: z.enum(Object.keys(ZONA) as [Zona, ...Zona[]]),
  mingguan: z
    .array(JamPraktik)
    .refine((list) => list.length <= MINGGUAN_MAX, most(MINGGUAN_MAX))
    .refine((list) => !overlap(list), 'jam_bertumpuk')
    .nullish()
    .transform((list) => list ?? [])
    .meta({ description: `Up to ${MINGGUAN_MAX}, none over another. Empty: every hour is one, and only the switch counts.` }),
  libur: z
    .array(Libur)
    .refine((list) => list.length <= LIBUR_MAX, most(LIBUR_MAX))
    .nullish()
    .transform((list) => list ?? [])
    .meta({ description: 'Whole days in that zone, both included.' }),
  maks_aktif: z
    .int()
    .refine((n) => n >= 1 && n <= MAKS_AKTIF_MAX, { error: 'between', params: { min: 1, max: MAKS_AKTIF_MAX } })
    .meta({ minimum: 1, maximum: MAKS_AKTIF_MAX })
    .nullish()
    .transform((most) => most ?? null)
    .meta({ description: 'How many pending and active ones at once; null: any number.' }),
})
export type SetJadwal = z.output<typeof SetJadwal>

export const JadwalView = z
  .object({
    zona: z.enum(Object.keys(ZONA) as [Zona, ...Zona[]]),
    mingguan: z.array(z.object({ hari: z.int(), mulai: z.string(), selesai: z.string() })),
    libur: z.array(z.object({ dari: z.iso.date(), sampai: z.iso.date() })),
    maks_aktif: z.int().nullable(),
  })
  .meta({ id: 'Jadwal' })
export type JadwalView = z.infer<typeof JadwalView>
