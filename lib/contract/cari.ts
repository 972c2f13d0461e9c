import { z } from 'zod'
import { CARI_MAX, type CariPlace } from '@/lib/domain/cari'
import { decodeBase64, perPage, text } from './fields'
import { PesanView } from './pesan'

const DAY_MS = 24 * 60 * 60 * 1000

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

/** An instant, or a whole day in WIB; as the first moment that does (`dari`) or no longer (`sampai`) belong to it. */
const bound = (edge: 'dari' | 'sampai') =>
  z
    .string()
    .transform((value, ctx): Date => {
      const after = edge === 'dari' ? 0 : 1
      if (day.safeParse(value).success) return new Date(Date.parse(`${value}T00:00:00+07:00`) + after * DAY_MS)
      if (instant.safeParse(value).success) return new Date(Date.parse(value) + after)
      ctx.addIssue({ code: 'custom', message: 'time' })
      return z.NEVER
    })
    .optional()
    .meta({ type: 'string' })

const CARI_CURSOR = /^cari\.([sm])\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,10})$/

/** The place after a pesan in what was found, as an opaque word. */
export const writeCariCursor = ({ pada, konsultasiId, urutan, isGuess }: CariPlace): string =>
  btoa(`cari.${isGuess ? 'm' : 's'}.${pada.getTime()}.${konsultasiId}.${urutan}`).replace(/=+$/, '')

const cariCursor = z
  .string()
  .transform((value, ctx): CariPlace => {
    const [, kind, time, konsultasiId, urutan] = CARI_CURSOR.exec(decodeBase64(value)) ?? []
    if (konsultasiId !== undefined) return { pada: new Date(Number(time)), konsultasiId, urutan: Number(urutan), isGuess: kind === 'm' }
    ctx.addIssue({ code: 'custom', message: 'cursor' })
    return z.NEVER
  })
  .optional()
  .meta({ type: 'string' })

/** A `konsultasi_id` counts as if it stood in the path, so neither it nor whether somebody may be named is looked at here. */
export const SearchPesan = z.object({
  q: text(1, CARI_MAX),
  konsultasi_id: z.string().optional(),
  pengirim_id: z.string().optional(),
  dari: bound('dari'),
  sampai: bound('sampai'),
  per_page: perPage,
  cursor: cariCursor,
})
export type SearchPesan = z.infer<typeof SearchPesan>

export const CariView = z.object({ pesan: PesanView, cuplikan: z.string() }).meta({ id: 'Temuan' })
export type CariView = z.infer<typeof CariView>
