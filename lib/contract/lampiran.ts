import { z } from 'zod'

/** What came with a pesan. Sizes in bytes and pixels, `durasi` in seconds. The bytes themselves are at `/lampiran/{id}`. */
export const LampiranView = z
  .object({
    id: z.string(),
    tipe: z.enum(['image', 'file', 'audio']),
    nama: z.string(),
    ukuran: z.int(),
    mime: z.string(),
    lebar: z.int().optional(),
    tinggi: z.int().optional(),
    durasi: z.number().optional(),
  })
  .meta({ id: 'Lampiran' })
export type LampiranView = z.infer<typeof LampiranView>
