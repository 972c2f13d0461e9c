import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { countUpload } from '@/lib/auth/activity-limit'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import type { LampiranView } from '@/lib/contract/lampiran'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { discardLampiran, hasActiveKonsultasi, insertLampiran, markStored, type NewLampiran } from '@/lib/data/lampiran'
import { newUuid } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import { BELUM_DIKIRIM_MAX, LAMPIRAN_SEKALIGUS, TERBESAR } from '@/lib/domain/lampiran'
import { namelessOf, safeName } from '@/lib/domain/lampiran-name'
import type { Actor } from '@/lib/domain/pengguna'
import { type FieldProblem, type ProblemKey, Refusal } from '@/lib/domain/refusal'
import { type Inspected, inspectFile } from '@/lib/inspection/inspector'
import { allow } from '@/lib/policy/allow'
import { canUpload } from '@/lib/policy/lampiran'
import { presentLampiran } from '@/lib/presenters/lampiran'
import { store } from '@/lib/storage/the-store'
import { openTray, type Tray } from '@/lib/storage/tray'
import { unavailable } from '@/lib/storage/unavailable'

/** What came in: text fields, and the files called `file`, of which the first lies in a tray. */
interface Form {
  readonly fields: Fields
  readonly files: readonly { readonly nama: string; readonly kept: Came }[]
}

type Fields = Readonly<Record<string, string>>

/** How many bytes a file was, and whether it lies in the tray. */
interface Came {
  readonly bytes: number
  readonly isKept: boolean
}

/** Reads the request; the file's bytes go where `keep` puts them as they come, with the fields that came before them. */
type Receive = (keep: (bytes: Readable, before: Fields) => Promise<Came>) => Promise<Form>

/**
 * Takes in a picture, file or recording for a konsultasi: received into a tray, looked at by another process, written down, stored. Nobody can
 * send it before all of that is done, and whatever breaks off is found by its row and swept (lib/decisions/011-lampiran-row-first.md).
 *
 * @throws Refusal `rate_limited`, `invalid_json`, `validation_failed` on `konsultasi_id` or `file`, `not_found`, `forbidden`,
 * `konsultasi_not_active`, `payload_too_large`, `unsupported_media_type`, `unavailable`
 */
export async function uploadLampiran(actor: Actor, receive: Receive): Promise<LampiranView> {
  await countUpload(actor)
  const leave = enterUpload(actor)
  try {
    const tray = await openTray(actor.id)
    try {
      return await takeIn(actor, tray, await receive((bytes, before) => keepIfWelcome(actor, tray, bytes, before)))
    } finally {
      await tray.dispose()
    }
  } finally {
    leave()
  }
}

/** How many uploads of each person run in this process now. */
const running = onePerProcess('uploads', () => new Map<string, number>())

/**
 * Counts an upload while it runs, so that one person cannot occupy the server. Each instance counts for itself: what several of them let
 * through together is bounded by the unsent ones that one person may have.
 * @returns what to call when it has ended
 * @throws Refusal `rate_limited`
 */
function enterUpload({ id }: Actor): () => void {
  const before = running.get(id) ?? 0
  if (before >= LAMPIRAN_SEKALIGUS) throw new Refusal('rate_limited', { retryAfterSeconds: 5, messageKey: 'terlalu_banyak_lampiran' })
  running.set(id, before + 1)
  return () => {
    const left = (running.get(id) ?? 1) - 1
    if (left > 0) running.set(id, left)
    else running.delete(id)
  }
}

/**
 * Nothing of a file is kept that nobody may send: it is read all the same, because who is still sending hears no answer, and refused in its turn.
 * Browsers name the konsultasi first; where it comes last, whoever has one that is active may be about to name it.
 */
async function keepIfWelcome(actor: Actor, tray: Tray, bytes: Readable, { konsultasi_id }: Fields): Promise<Came> {
  try {
    const isKept = konsultasi_id === undefined ? await hasActiveKonsultasi(actor.id) : await isWelcomeIn(actor, konsultasi_id)
    return { bytes: isKept ? await tray.fill('asli', bytes, TERBESAR + 1) : await readAway(bytes), isKept }
  } catch (error) {
    await readAway(bytes).catch(() => undefined)
    throw error
  }
}

async function isWelcomeIn(actor: Actor, id: string): Promise<boolean> {
  try {
    await findWelcoming(actor, id)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function readAway(bytes: Readable): Promise<number> {
  let came = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) came += chunk.length
  return came
}

async function takeIn(actor: Actor, tray: Tray, form: Form): Promise<LampiranView> {
  const { konsultasiId, nama, came } = read(form)
  const konsultasi = await findWelcoming(actor, konsultasiId)
  // It became welcome while it was being thrown away.
  if (!came.isKept) throw unavailable()
  if (came.bytes > TERBESAR) throw new Refusal('payload_too_large')
  const places = { original: tray.pathOf('asli'), result: tray.pathOf('hasil'), thumb: tray.pathOf('kecil') }
  const inspected = await inspectFile(places, actor.id)
  return keepFor(actor, konsultasi, nama || namelessOf(inspected.mime), inspected, {
    file: inspected.isResult ? places.result : places.original,
    thumb: places.thumb,
  })
}

/** @throws Refusal `validation_failed` */
function read({ fields, files }: Form) {
  const [file, ...others] = files
  const wrong = (key: ProblemKey): FieldProblem[] => [{ key }]
  const problems: Record<string, FieldProblem[]> = {}
  if (fields.konsultasi_id === undefined) problems.konsultasi_id = wrong('required')
  if (!file || file.kept.bytes === 0) problems.file = wrong('required')
  else if (others.length > 0) problems.file = wrong('one_file')
  if (Object.keys(problems).length > 0) throw new Refusal('validation_failed', { fields: problems })
  return { konsultasiId: fields.konsultasi_id ?? '', nama: safeName(file?.nama ?? ''), came: file?.kept ?? { bytes: 0, isKept: true } }
}

async function findWelcoming(actor: Actor, id: string): Promise<KonsultasiHead> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canUpload(actor, konsultasi))
  if (konsultasi.status !== 'active') throw new Refusal('konsultasi_not_active')
  return konsultasi
}

/** The row first, then the bytes, then "they are there". */
async function keepFor(
  actor: Actor,
  konsultasi: KonsultasiHead,
  nama: string,
  inspected: Inspected,
  paths: { file: string; thumb: string },
): Promise<LampiranView> {
  const fresh = newLampiran(actor, konsultasi, nama, inspected)
  const row = await insertLampiran(fresh, BELUM_DIKIRIM_MAX)
  try {
    await putBytes(fresh, paths)
  } catch (error) {
    await discardLampiran(fresh.id).catch(() => undefined)
    throw error
  }
  if (!(await markStored(fresh.id))) throw unavailable()
  return presentLampiran(row)
}

/** Side by side, so that a slow store is given up in time; when one failed nothing is still under way. */
async function putBytes(fresh: NewLampiran, paths: { file: string; thumb: string }): Promise<void> {
  const { kunci, kunciThumb, ukuran, ukuranThumb, mime, sha256 } = fresh
  const bytes = await store()
  const puts = [bytes.put(kunci, { path: paths.file, ukuran, mime, sha256 })]
  if (kunciThumb) puts.push(bytes.put(kunciThumb, { path: paths.thumb, ukuran: ukuranThumb ?? 0, mime: 'image/webp', sha256: null }))
  for (const put of await Promise.allSettled(puts)) if (put.status === 'rejected') throw put.reason
}

function newLampiran(actor: Actor, konsultasi: KonsultasiHead, nama: string, found: Inspected): NewLampiran {
  const { tipe, mime, ukuran, lebar = null, tinggi = null, durasi = null, halaman = null, ukuranThumb = null } = found
  const measures = { lebar, tinggi, durasi, halaman, ukuranThumb, kunciThumb: ukuranThumb === null ? null : randomKey() }
  const owner = { id: newUuid(), konsultasiId: konsultasi.id, pengunggahId: actor.id, kunci: randomKey() }
  return { ...owner, tipe, mime, nama, ukuran, sha256: Buffer.from(found.sha256, 'hex'), ...measures }
}

/** 192 bits that say nothing: no name, no order, no owner. */
const randomKey = () => randomBytes(24).toString('base64url')
