import { z } from 'zod'
import { CARI_MAX, type CariPlace } from '@/lib/domain/cari'
import { bound } from './bound'
import { decodeBase64, perPage, text } from './fields'
import { PesanView } from './pesan'

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

export const CariView = z
  .object({
    pesan: PesanView,
    cuplikan: z.string().meta({ description: 'Plain text around the first hit; hits stand between U+E000 and U+E001.' }),
  })
  .meta({ id: 'Temuan' })
export type CariView = z.infer<typeof CariView>
