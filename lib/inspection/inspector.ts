import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { DURASI_MAX, GAMBAR_PANJANG, MB, SISI_MAX, TIPE_LAMPIRAN } from '@/lib/domain/lampiran'
import { Refusal } from '@/lib/domain/refusal'
import { LIMITS } from './limits'
import { openPool, TooBusy } from './pool'

/** Where a file lies, and where what is made of it goes. */
export interface Places {
  readonly original: string
  readonly result: string
  readonly thumb: string
}

const SISI = Math.max(SISI_MAX, GAMBAR_PANJANG.sisi)

// The process that answers has just read a stranger's file: its word is checked like a stranger's.
const Inspected = z.object({
  ok: z.literal(true),
  tipe: z.enum(TIPE_LAMPIRAN),
  mime: z.string().regex(/^(image\/(jpeg|png|webp)|application\/pdf|audio\/(webm|ogg|mp4|mpeg))$/),
  isResult: z.boolean(),
  ukuran: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ukuranThumb: z.int().min(1).optional(),
  lebar: z.int().min(1).max(SISI).optional(),
  tinggi: z.int().min(1).max(SISI).optional(),
  durasi: z
    .number()
    .positive()
    .max(DURASI_MAX + 1)
    .optional(),
  halaman: z.int().min(1).optional(),
})
export type Inspected = z.infer<typeof Inspected>

const Answer = z.discriminatedUnion('ok', [Inspected, z.object({ ok: z.literal(false), why: z.enum(['type', 'large', 'long']) })])

/** Not a module of the build: it runs as it lies here, in production as in development. */
export const childScript = () => join(/*turbopackIgnore: true*/ process.cwd(), 'lib/inspection/child.mjs')

const inspectors = () =>
  onePerProcess('inspectors', () =>
    openPool({
      script: childScript(),
      size: Math.min(2, availableParallelism()),
      patienceMs: 3000,
      timeLimitMs: 30_000,
      idleMs: 30_000,
      waitingMax: 40,
      waitLimitMs: 25_000,
      memoryMax: 800 * MB,
    }),
  )

/**
 * Has a file taken apart in another process: what it is, how long or large, and (for a picture) what is kept of it.
 * @throws Refusal `unsupported_media_type` (also when it ends that process), `payload_too_large`, `unavailable` when it takes or waits too long
 */
export async function inspectFile(places: Places, pengunggahId: string): Promise<Inspected> {
  const answer = Answer.safeParse(await ask(places, pengunggahId))
  if (!answer.success) throw new Refusal('unsupported_media_type')
  if (answer.data.ok) return answer.data
  if (answer.data.why === 'type') throw new Refusal('unsupported_media_type')
  throw new Refusal(
    'payload_too_large',
    answer.data.why === 'long' ? { messageKey: 'rekaman_terlalu_lama', params: { menit: DURASI_MAX / 60 } } : {},
  )
}

async function ask(places: Places, pengunggahId: string): Promise<unknown> {
  try {
    return await inspectors().work({ ...places, limits: LIMITS }, pengunggahId)
  } catch (error) {
    if (error instanceof TooBusy) throw new Refusal('unavailable', { retryAfterSeconds: 10 })
    return null
  }
}
