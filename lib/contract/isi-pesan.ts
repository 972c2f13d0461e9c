import { z } from 'zod'
import { JENIS, STATUS_DOKUMEN } from '@/lib/domain/dokumen/dokumen'
import { TIPE_ISI_DIKIRIM, type TipeBerisi, type TipeIsiDikirim } from '@/lib/domain/jenis-pesan'

/** What a pesan carries beside its words, in a field with the name of its kind. Of a kind that people send it is what they give and what is stored. */
const ISI_PESAN = {
  dokumen: z.object({
    id: z.string(),
    jenis: z.enum(JENIS),
    nomor: z.string(),
    versi: z.int(),
    status: z.enum(STATUS_DOKUMEN),
    alasan: z.string().optional().meta({ description: 'Why it no longer holds; missing while it does.' }),
  }),
} satisfies Record<TipeBerisi, z.ZodType>

type Schemas = typeof ISI_PESAN
export type IsiPesan = { readonly [Tipe in TipeBerisi]: z.infer<Schemas[Tipe]> }

/** What a pesan that somebody sends carries of its own kind. */
export type IsiDikirim = { readonly [Tipe in TipeIsiDikirim]?: IsiPesan[Tipe] }

/** One field for each of these kinds. */
const fieldsOf = <Tipe extends TipeBerisi, Field extends z.ZodType>(
  tipe: readonly Tipe[],
  field: (schema: z.ZodType, tipe: Tipe) => Field,
) => Object.fromEntries(tipe.map((one) => [one, field(ISI_PESAN[one], one)]))

export const ISI_FIELDS = fieldsOf(Object.keys(ISI_PESAN) as TipeBerisi[], (schema, tipe) =>
  schema.optional().meta({ description: `With \`tipe_pesan\` \`${tipe}\` only: what it shows.` }),
) as { [Tipe in TipeBerisi]: z.ZodOptional<Schemas[Tipe]> }

export const ISI_DIKIRIM_FIELDS = fieldsOf(TIPE_ISI_DIKIRIM, (schema, tipe) =>
  schema.nullish().meta({ description: `What a pesan of \`tipe_pesan\` \`${tipe}\` carries; its text may then be empty.` }),
) as { [Tipe in TipeIsiDikirim]: z.ZodOptional<z.ZodNullable<Schemas[Tipe]>> }

/** The kinds of which somebody gives the content. Looks at raw input too. */
export const isiGivenIn = (input: Readonly<Record<string, unknown>>): TipeIsiDikirim[] =>
  TIPE_ISI_DIKIRIM.filter((tipe) => (input[tipe] ?? null) !== null)
