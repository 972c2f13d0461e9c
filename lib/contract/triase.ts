import { z } from 'zod'
import { ASAL_BAHAYA, TINGKAT_BAHAYA, TINGKAT_TRIASE } from '@/lib/domain/triase/aturan'
import { JAWABAN_MAX, JENIS_PERTANYAAN } from '@/lib/domain/triase/kuesioner'

const kode = z.string()
const kalimat = z.string().meta({ description: 'What was seen, in the reader’s language; never a diagnosis.' })

/** A sign of danger in what somebody answered or wrote. */
export const TandaView = z.object({ kode, tingkat: z.enum(TINGKAT_BAHAYA), kalimat }).meta({ id: 'TandaBahaya' })
export type TandaView = z.infer<typeof TandaView>

/** The same as it is kept with a konsultasi. */
export const BahayaView = z
  .object({
    kode,
    tingkat: z.enum(TINGKAT_BAHAYA),
    kalimat,
    asal: z.enum(ASAL_BAHAYA),
    pesan_id: z.string().nullable().meta({ description: 'The pesan that it was first seen in.' }),
    pada: z.iso.datetime(),
    diakui_pada: z.iso.datetime().nullable().meta({ description: 'When its dokter said to have seen it.' }),
    disangkal_pada: z.iso.datetime().nullable().meta({ description: 'When its pasien said that it is not so.' }),
  })
  .meta({ id: 'Bahaya' })
export type BahayaView = z.infer<typeof BahayaView>

const Jawaban = z.union([z.boolean(), z.number(), z.string()])

export const TriaseView = z
  .object({
    versi: z.string(),
    tingkat: z.enum(TINGKAT_TRIASE).meta({ description: 'The highest at booking; it stays.' }),
    jawaban: z.array(
      z.object({
        kode,
        teks: z.string(),
        jawaban: Jawaban,
        jawaban_teks: z.string().meta({ description: 'The answer as a person reads it.' }),
      }),
    ),
  })
  .meta({ id: 'Triase' })
export type TriaseView = z.infer<typeof TriaseView>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a booking answers; which questions there are depends on the profil, so that the operation looks at each. Not a `z.record`: that passes over a key
 * called `__proto__`, and no key may be passed over.
 */
export const JawabanTriase = (z.unknown().refine(isObject, 'type') as z.ZodType<Readonly<Record<string, unknown>>>).meta({
  type: 'object',
  additionalProperties: {},
  description: `From \`kode\` to the answer: a boolean, a \`kode\` of the choices, a number, a date, a text of up to ${JAWABAN_MAX} characters. Missing ones are allowed.`,
})

export const ReadTriase = z.object({ profil_id: z.string().optional() })

const PertanyaanView = z
  .object({
    kode,
    teks: z.string(),
    jenis: z.enum(JENIS_PERTANYAAN),
    satuan: z.string().optional(),
    pilihan: z.array(z.object({ kode, teks: z.string() })).optional(),
    bila: z.object({ kode, jawaban: Jawaban }).optional().meta({ description: 'Asked only after this answer to another one.' }),
  })
  .meta({ id: 'Pertanyaan' })

export const KuesionerView = z.object({ versi: z.string(), pertanyaan: z.array(PertanyaanView) }).meta({ id: 'Kuesioner' })
export type KuesionerView = z.infer<typeof KuesionerView>

/** A rule, and what became of it. */
export const AturanBahayaView = z
  .object({
    kode,
    tingkat: z.enum(TINGKAT_BAHAYA),
    kalimat,
    sumber: z.string().meta({ description: 'The public guidance that calls it a sign of danger.' }),
    diangkat: z.int().meta({ description: 'In how many konsultasi it was raised.' }),
    diakui: z.int(),
    median_detik: z.number().nullable().meta({ description: 'From raised to acknowledged, in seconds; null before the first.' }),
    disangkal: z.int(),
  })
  .meta({ id: 'AturanBahaya' })
export type AturanBahayaView = z.infer<typeof AturanBahayaView>
