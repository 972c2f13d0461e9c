import { z } from 'zod'
import { PUNCAK_BANYAK, PUNCAK_MAX, TIPE_LAMPIRAN } from '@/lib/domain/lampiran'

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
    /** How loud a recording is from its beginning to its end, for its waveform. */
    puncak: z.array(z.int().min(0).max(PUNCAK_MAX)).max(PUNCAK_BANYAK).optional(),
  })
  .meta({ id: 'Lampiran' })
export type LampiranView = z.infer<typeof LampiranView>
