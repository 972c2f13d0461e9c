import { z } from 'zod'
import { CATATAN_PRIBADI_MAX, canRing } from '@/lib/domain/penanda'
import { text } from './fields'

/** What is given replaces, what is not stays, null empties. */
export const MarkKonsultasi = z.object({
  disematkan: z.boolean().nullish(),
  belum_dibaca: z.boolean().nullish(),
  ingatkan_pada: z.iso
    .datetime({ offset: true, error: 'time' })
    .refine((at) => canRing(new Date(at), new Date()), 'ring_time')
    .nullish()
    .meta({ description: 'When to be reminded, once: in the future, up to a year ahead.' }),
  catatan_pribadi: text(0, CATATAN_PRIBADI_MAX).nullish(),
})
export type MarkKonsultasi = z.infer<typeof MarkKonsultasi>

export const PenandaView = z
  .object({
    disematkan: z.boolean(),
    belum_dibaca: z.boolean().meta({ description: 'Marked as not read; goes when it is opened.' }),
    ingatkan_pada: z.iso.datetime().nullable().meta({ description: 'Null again once it has rung; then it is marked as not read.' }),
    catatan_pribadi: z.string().nullable(),
  })
  .meta({ id: 'Penanda' })
export type PenandaView = z.infer<typeof PenandaView>

export const DeringView = z
  .object({
    konsultasi_id: z.string(),
    nama: z.string().meta({ description: 'Who is treated in it.' }),
    pada: z.iso.datetime().meta({ description: 'When it was due.' }),
  })
  .meta({ id: 'Dering' })
export type DeringView = z.infer<typeof DeringView>
