import { z } from 'zod'
import { ISIAN_BALASAN_MAX, JUDUL_MAX, PINTASAN_MAX } from '@/lib/domain/balasan-cepat'
import { blanksIn } from '@/lib/domain/isian'
import { PESAN_MAX } from '@/lib/domain/pesan'
import { line, text } from './fields'

/** What a dokter or an admin writes of one. */
export const KeepBalasan = z.object({
  pintasan: line(1, PINTASAN_MAX)
    .refine((value) => !/\s/u.test(value), 'one_word')
    .meta({ description: 'One word, by which it is found; each once for its owner, whatever the case.' }),
  judul: line(1, JUDUL_MAX),
  isi: text(1, PESAN_MAX)
    .superRefine((value, ctx) => {
      if (blanksIn(value).length <= ISIAN_BALASAN_MAX) return
      ctx.addIssue({ code: 'custom', message: 'too_many_blanks', params: { max: ISIAN_BALASAN_MAX } })
    })
    .meta({
      description: `\`{pasien}\`, \`{dokter}\` and \`{umur}\` are filled in; \`{?dosis}\` must be filled by hand before the pesan can go: at most ${ISIAN_BALASAN_MAX} of these.`,
    }),
})
export type KeepBalasan = z.infer<typeof KeepBalasan>

export const BalasanView = z
  .object({
    id: z.string(),
    pintasan: z.string(),
    judul: z.string(),
    isi: z.string(),
    milik: z.enum(['saya', 'klinik']).meta({ description: 'Whose it is: one’s own, or the clinic’s, which its admins keep.' }),
  })
  .meta({ id: 'BalasanCepat' })
export type BalasanView = z.infer<typeof BalasanView>
