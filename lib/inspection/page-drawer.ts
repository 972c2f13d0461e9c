import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { MB } from '@/lib/domain/lampiran'
import { Refusal } from '@/lib/domain/refusal'
import { childScript } from './inspector'
import { openPool, TooBusy, TookTooLong } from './pool'

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), webp: z.base64().max(8 * MB), jumlah: z.int().min(1) }),
  z.object({ ok: z.literal(false), why: z.enum(['page', 'type']) }),
])

/** Apart from those that look at uploads, so that nobody's upload waits behind a page. */
const drawers = () =>
  onePerProcess('page drawers', () =>
    openPool({
      script: childScript(),
      size: Math.min(2, availableParallelism()),
      patienceMs: 1000,
      timeLimitMs: DRAWING_MS,
      idleMs: 30_000,
      waitingMax: 60,
      waitLimitMs: 9000,
      memoryMax: 600 * MB,
    }),
  )

/** For one page, in milliseconds. A scan of 600 dots per inch takes two seconds, and on a machine that has much to do beside ten times as long. */
const DRAWING_MS = 20_000

interface PageJob {
  /** Where it lies. */
  readonly pdf: string
  /** From 1. */
  readonly halaman: number
  /** Pixels of the shorter side, and of the longer one at most. */
  readonly muat: { readonly pendek: number; readonly panjang: number }
}

interface DrawnPage {
  /** A picture, WebP. */
  readonly gambar: Buffer
  /** How many pages the PDF has. */
  readonly jumlah: number
}

/**
 * Has a page of a stranger's PDF drawn in another process. `whose` asks for it: one page of each person is drawn at a time.
 * @throws Refusal `not_found` beyond the last page, `unsupported_media_type` when it cannot be drawn (encrypted, broken, without pages, or it takes
 * too long or too much memory), `unavailable` when it waits too long
 */
export async function drawPage(job: PageJob, whose: string): Promise<DrawnPage> {
  const { data: answer } = Answer.safeParse(await ask(job, whose))
  if (answer?.ok) return { gambar: Buffer.from(answer.webp, 'base64'), jumlah: answer.jumlah }
  if (answer?.why === 'page') throw new Refusal('not_found')
  throw new Refusal('unsupported_media_type', { messageKey: 'halaman_tak_tergambar' })
}

async function ask(job: PageJob, whose: string): Promise<unknown> {
  try {
    return await drawers().work(job, whose)
  } catch (error) {
    if (error instanceof TooBusy && !(error instanceof TookTooLong)) throw new Refusal('unavailable', { retryAfterSeconds: 5 })
    return null
  }
}
