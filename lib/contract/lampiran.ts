import { z } from 'zod'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { TERBESAR, TIPE_LAMPIRAN } from '@/lib/domain/lampiran'
import { text } from './fields'

/** A form as `multipart/form-data`, its fields in any order. */
export const UploadLampiran = z.object({
  konsultasi_id: z.string(),
  file: z.file().min(1).max(TERBESAR),
})

/** Which bytes; `thumb` is the small picture of an image. An admin says why. */
export const ReadLampiran = z.object({ varian: z.enum(['thumb']).optional(), alasan: text(0, ALASAN_MAX).optional() })
export type ReadLampiran = z.infer<typeof ReadLampiran>

/** What came with a pesan. Sizes in bytes and pixels, `durasi` in seconds. The bytes themselves are at `/lampiran/{id}`. */
export const LampiranView = z
  .object({
    id: z.string(),
    tipe: z.enum(TIPE_LAMPIRAN),
    nama: z.string(),
    ukuran: z.int(),
    mime: z.string(),
    lebar: z.int().optional(),
    tinggi: z.int().optional(),
    durasi: z.number().optional(),
    /** Pages of a PDF, where they could be counted. */
    halaman: z.int().optional(),
  })
  .meta({ id: 'Lampiran' })
export type LampiranView = z.infer<typeof LampiranView>
