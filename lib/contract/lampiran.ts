import { z } from 'zod'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { NAMA_LAMPIRAN_MAX, TERBESAR, TIPE_LAMPIRAN } from '@/lib/domain/lampiran'
import { digits, text } from './fields'

/** A form as `multipart/form-data`, its fields in any order. */
export const UploadLampiran = z.object({
  konsultasi_id: z.string(),
  file: z
    .file()
    .min(1)
    .max(TERBESAR)
    .meta({
      description: `Exactly one, not empty. Its name is up to ${NAMA_LAMPIRAN_MAX} code points, without a path, line breaks or other controls.`,
    }),
})

/** Which bytes; `thumb` is the small picture of an image or of a page. An admin says why. */
export const ReadLampiran = z.object({
  varian: z.enum(['thumb']).optional(),
  halaman: digits
    .refine((n) => n >= 1, 'number')
    .optional()
    .meta({ type: 'integer', minimum: 1 }),
  alasan: text(0, ALASAN_MAX).optional(),
})
export type ReadLampiran = z.infer<typeof ReadLampiran>

/** What came with a pesan. Sizes in bytes and pixels, `durasi` in seconds. The bytes themselves are at `/lampiran/{id}`. */
export const LampiranView = z
  .object({
    id: z.string(),
    tipe: z.enum(TIPE_LAMPIRAN),
    nama: z.string().meta({ description: 'As its uploader called it: text and nothing else.' }),
    ukuran: z.int().meta({ description: 'Bytes as they are stored and served; a picture was written anew.' }),
    mime: z.string().meta({ description: 'By its content.' }),
    lebar: z.int().optional().meta({ description: 'Pixels; images only.' }),
    tinggi: z.int().optional().meta({ description: 'Pixels; images only.' }),
    durasi: z.number().optional().meta({ description: 'Seconds, as measured; audio only.' }),
    /** Pages of a PDF, where they could be counted. */
    halaman: z.int().optional().meta({ description: 'Pages of a PDF, where it says so plainly.' }),
  })
  .meta({ id: 'Lampiran' })
export type LampiranView = z.infer<typeof LampiranView>
