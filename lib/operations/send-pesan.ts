import { isDeepStrictEqual } from 'node:util'
import { countSend } from '@/lib/auth/activity-limit'
import { isiGivenIn } from '@/lib/contract/isi-pesan'
import type { PesanView, SendPesan, SentMeta } from '@/lib/contract/pesan'
import { type AppendedPesan, appendPesan, findAppended, findSent, type SentPesan } from '@/lib/data/append-pesan'
import { isUnavailable } from '@/lib/data/availability'
import { raiseBahaya } from '@/lib/data/bahaya'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { findAttachable } from '@/lib/data/lampiran'
import { attempt, CommitUnanswered, type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Bahasa } from '@/lib/domain/bahasa'
import { newUuid, uuidOf } from '@/lib/domain/id'
import { TIPE_BIASA } from '@/lib/domain/jenis-pesan'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import type { Aturan } from '@/lib/domain/triase/aturan'
import { findBahaya } from '@/lib/domain/triase/find-bahaya'
import { siapaOf } from '@/lib/domain/triase/kuesioner'
import { log } from '@/lib/log'
import { allow } from '@/lib/policy/allow'
import { canSendAnywhere } from '@/lib/policy/konsultasi'
import { canWrite } from '@/lib/policy/pesan'
import { presentTanda } from '@/lib/presenters/bahaya'
import { presentPesan } from '@/lib/presenters/pesan'
import { publishKonsultasi, publishPesan } from '@/lib/realtime/publish'

export interface Sent {
  readonly pesan: PesanView
  /** This `client_id` had been stored before: nothing new happened. */
  readonly replayed: boolean
  /** Of what a pasien sent: the signs of danger in it, also those that were raised before. */
  readonly meta?: SentMeta
}

/**
 * Sends a pesan: stores it as the next one of its konsultasi, then tells both people to look.
 *
 * Sending is tried first and explained afterwards, because nearly every pesan is welcome: one locked statement decides whether this
 * person may send here now, and only a refusal costs a second look. A `client_id` that was used before is answered with what it stored,
 * for ever; the database's unique index knows it, not a cache.
 *
 * What a pasien wrote is looked at when it is stored, for signs of danger: whatever becomes of that, it never holds the pesan up.
 *
 * @throws Refusal `rate_limited`, `not_found`, `forbidden`, `idempotency_mismatch`, `konsultasi_not_active`, or `validation_failed` on `lampiran_id`, `tipe_pesan` or `balas_ke`
 */
export async function sendPesan(actor: Actor, input: SendPesan, bahasa: Bahasa = 'id'): Promise<Sent> {
  await countSend(actor, Buffer.byteLength(input.pesan ?? ''))
  const appended = await append(actor, input)
  if (!appended) return replayOrRefuse(actor, input)
  publishPesan('MessageSent', { pasienId: appended.pasien_id, dokterId: appended.dokter_id }, appended.pesan)
  if (appended.raised) publishKonsultasi(appended.raised)
  const meta = appended.siapa ? { tanda: appended.found.map((one) => presentTanda(one, bahasa)) } : undefined
  return { pesan: presentPesan(actor, appended.pesan), replayed: false, meta }
}

/** @returns null when it could not be stored, for whatever reason */
async function append(actor: Actor, input: SendPesan): Promise<Looked | null> {
  const konsultasiId = uuidOf('konsultasi', input.konsultasi_id)
  const content = contentOf(input)
  if (!konsultasiId || !content || !canSendAnywhere(actor)) return null
  const pesan = { id: newUuid(), konsultasiId, pengirimId: actor.id, clientId: input.client_id ?? null, ...content }
  try {
    // A transaction of its own although it is one statement: should the database fall silent here, what was not committed is not stored,
    // and the 503 that the client gets is true.
    return await transaction(async (tx) => {
      const appended = await appendPesan(pesan, tx)
      const found = appended ? lookAt(appended) : []
      return appended && { ...appended, found, raised: await raise(appended, found, tx) }
    })
  } catch (error) {
    if (isTaken(error)) return null
    const stored = error instanceof CommitUnanswered ? await findAppended(pesan).catch(() => null) : null
    if (stored) return { ...stored, found: lookAt(stored), raised: null }
    throw error
  }
}

interface Looked extends AppendedPesan {
  readonly found: readonly Aturan[]
  /** The konsultasi after a sign was raised that is new in it. */
  readonly raised: KonsultasiHead | null
}

/** The signs of danger in what a pasien wrote. A rule that fails must not cost a pesan. */
function lookAt({ pesan, siapa }: AppendedPesan): readonly Aturan[] {
  if (!siapa || pesan.pesan === '') return []
  try {
    return findBahaya(pesan.pesan, siapaOf(siapa, siapa.hamil))
  } catch (error) {
    log.error('a rule for signs of danger failed', { error })
    return []
  }
}

async function raise({ pesan }: AppendedPesan, found: readonly Aturan[], tx: Transaction): Promise<KonsultasiHead | null> {
  if (found.length === 0) return null
  try {
    return await attempt(tx, () => raiseBahaya(pesan.konsultasi_id, { asal: 'pesan', pesanId: pesan.id, found }, tx))
  } catch (error) {
    if (isUnavailable(error)) throw error
    log.error('a sign of danger was not raised', { error })
    return null
  }
}

async function replayOrRefuse(actor: Actor, input: SendPesan): Promise<Sent> {
  const konsultasi = await findKonsultasiFor(actor, input.konsultasi_id)
  allow(canWrite(actor, konsultasi))
  const sent = input.client_id ? await findSent(konsultasi.id, actor.id, input.client_id) : null
  if (sent) return replay(actor, sent, input)
  if (konsultasi.status !== 'active') throw new Refusal('konsultasi_not_active')
  throw await refusalOf(input, konsultasi.id, actor)
}

/** Why an active konsultasi took no pesan of somebody who may write in it: it names something that cannot be named. */
async function refusalOf(input: SendPesan, konsultasiId: string, actor: Actor): Promise<Refusal> {
  const tipe = isNamed(input.lampiran_id)
    ? await findAttachable(input.lampiran_id, konsultasiId, actor.id)
    : (input.tipe_pesan ?? isiGivenIn(input)[0] ?? TIPE_BIASA)
  if (!tipe) return invalidField('lampiran_id', 'lampiran')
  if (input.tipe_pesan && input.tipe_pesan !== tipe) return invalidField('tipe_pesan', 'choice')
  return isNamed(input.balas_ke) ? invalidField('balas_ke', 'balas_ke') : new Refusal('konsultasi_not_active')
}

/** The same content again is the same pesan, as it is now; other content under the same `client_id` is the client's mistake. */
function replay(actor: Actor, sent: SentPesan, input: SendPesan): Sent {
  const content = contentOf(input)
  const isSame =
    content &&
    sent.asli === content.pesan &&
    sent.lampiran_id === content.lampiranId &&
    sent.balas_ke === content.balasKe &&
    isDeepStrictEqual(sent.isi, content.isi)
  if (!isSame) throw new Refusal('idempotency_mismatch')
  return { pesan: presentPesan(actor, sent.pesan), replayed: true }
}

/** @returns null when it names what is no id at all */
function contentOf(input: SendPesan) {
  const balasKe = isNamed(input.balas_ke) ? uuidOf('pesan', input.balas_ke) : null
  const lampiranId = isNamed(input.lampiran_id) ? uuidOf('lampiran', input.lampiran_id) : null
  if ((isNamed(input.balas_ke) && !balasKe) || (isNamed(input.lampiran_id) && !lampiranId)) return null
  const [berisi] = isiGivenIn(input)
  return {
    pesan: input.pesan ?? '',
    tipePesan: input.tipe_pesan ?? berisi ?? null,
    balasKe,
    lampiranId,
    isi: berisi ? input[berisi] : null,
  }
}

/** Null and missing mean none; an empty text is an id like any other, of nothing. */
const isNamed = (id: string | null | undefined): id is string => id !== null && id !== undefined
