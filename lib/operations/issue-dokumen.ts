import { createHash, randomBytes, randomInt } from 'node:crypto'
import { countSend } from '@/lib/auth/activity-limit'
import { openedKey, sealingKey } from '@/lib/auth/kunci-segel'
import { keyedHash } from '@/lib/auth/sealed'
import { type NewKey, type Segel, sealWith } from '@/lib/auth/segel'
import { cetak } from '@/lib/cetak/cetak'
import type { DokumenView, IssueDokumen, Ringkasan } from '@/lib/contract/dokumen'
import { type AppendedPesan, appendPesan, findAppended } from '@/lib/data/append-pesan'
import { findDokumenFor } from '@/lib/data/dokumen'
import { addJob } from '@/lib/data/jobs'
import { findPesanFor, type PesanRow } from '@/lib/data/pesan'
import { CommitUnanswered, type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { holdNomor, type NewDokumen, type Prepared, prepareDokumen, storeDokumen } from '@/lib/data/store-dokumen'
import { inTurn } from '@/lib/data/turns'
import { barisOf, nomorOf, pengingatKontrol } from '@/lib/domain/dokumen/dokumen'
import { newUuid, toId } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canIssue } from '@/lib/policy/dokumen'
import { canRead } from '@/lib/policy/konsultasi'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { publishPesan } from '@/lib/realtime/publish'
import { type Asked, askedOf, type Diminta } from './asked-dokumen'
import { replacedBy, replaceOld } from './correct-dokumen'
import { printedOf } from './print-dokumen'
import { refuseWrong } from './refuse-dokumen'

interface Issued {
  readonly dokumen: DokumenView
  /** This `client_id` had been used before: nothing new happened. */
  readonly replayed: boolean
}

/** What one transaction did: what it stored, and of which pesan both people are told. */
export interface Written {
  readonly dokumen: DokumenView
  readonly appended: AppendedPesan
  /** The pesan of the version before. */
  readonly replaced: PesanRow | null
}

/**
 * Issues a dokumen, or the next version of one: numbered, printed and sealed, and stored in one transaction with the pesan that shows it.
 * @throws Refusal `rate_limited`, `not_found`, `forbidden`, `idempotency_mismatch`, `konsultasi_not_active`, `correction_closed`,
 * `invalid_transition`, `examination_needed`, `profil_incomplete`, `unavailable`, or `validation_failed` on a field of `isi`, `jenis` or `menggantikan`
 */
export async function issueDokumen(actor: Actor, konsultasi: string, { client_id: clientId, ...diminta }: IssueDokumen): Promise<Issued> {
  const asked = askedOf(konsultasi, diminta, clientId)
  const prepared = await prepareDokumen(asked)
  const { k } = prepared
  allow(canRead(actor, k))
  allow(canIssue(actor, k))
  await countSend(actor)
  const known = replayOf(prepared)
  if (known) return known
  const order = { actor, asked, diminta, ids: newIds() }
  try {
    const written = await writeDokumen(order, prepared, async (written) => written)
    tellOfDokumen(k, written)
    return { dokumen: written.dokumen, replayed: false }
  } catch (error) {
    // A twin of this request may have stored it meanwhile, or this one did and its COMMIT was not answered.
    const stored = clientId && replayOf(await prepareDokumen(asked))
    if (stored) return stored
    const written = error instanceof CommitUnanswered && (await findWritten(actor, k, order.ids))
    if (written) return written
    // A pesan of another kind has it.
    throw clientId && isTaken(error) ? new Refusal('idempotency_mismatch') : error
  }
}

/** What was issued under this `client_id` before, if anything. @throws Refusal `idempotency_mismatch` */
function replayOf({ terbit }: Prepared): Issued | null {
  if (terbit && !terbit.sama) throw new Refusal('idempotency_mismatch')
  return terbit && { dokumen: presentDokumen(terbit.dokumen), replayed: true }
}

/** Ids that a dokumen and its pesan get, plain UUIDs: known before they are stored, so that they are found where nobody answered. */
interface Ids {
  readonly id: string
  readonly pesanId: string
}

const newIds = (): Ids => ({ id: newUuid(), pesanId: newUuid() })

/** What became of a dokumen whose COMMIT was not answered; null when it was not stored. */
async function findWritten(actor: Actor, k: KonsultasiHead, { id, pesanId }: Ids): Promise<Issued | null> {
  const appended = await findAppended({ id: pesanId, konsultasiId: k.id })
  if (!appended) return null
  const { dokumen } = await findDokumenFor(actor, toId('dokumen', id))
  publishPesan('MessageSent', k, appended.pesan)
  return { dokumen: presentDokumen(dokumen), replayed: false }
}

/** News of what was written; after the commit. */
export function tellOfDokumen(k: KonsultasiHead, { appended, replaced }: Written): void {
  if (replaced) publishPesan('MessageUpdated', k, replaced)
  publishPesan('MessageSent', k, appended.pesan)
}

/**
 * Issues a ringkasan together with whatever `andThen` does, in one transaction.
 * @throws Refusal as `issueDokumen` does, and whatever `andThen` throws
 */
export async function issueRingkasanWith<Done>(
  actor: Actor,
  konsultasi: string,
  isi: Ringkasan,
  andThen: (written: Written, tx: Transaction) => Promise<Done>,
): Promise<Done> {
  const diminta = { jenis: 'ringkasan', isi, menggantikan: null, alasan: null } as const
  const asked = askedOf(konsultasi, diminta, null)
  return writeDokumen({ actor, asked, diminta, ids: newIds() }, await prepareDokumen(asked), andThen)
}

/** What is issued, and by whom. */
interface Order {
  readonly actor: Actor
  readonly asked: Asked
  readonly diminta: Diminta
  readonly ids: Ids
}

/** What a dokumen was made from is not as it was. */
class Outdated extends Error {
  override name = 'Outdated'
}

/** A twin of this request stored it while this one waited. */
class AlreadyIssued extends Error {
  override name = 'AlreadyIssued'
}

/** How often a dokumen is drawn at most because something changed meanwhile. */
const DRAWN_MAX = 4

/**
 * Draws a dokumen and stores it with whatever `andThen` does. Drawing takes long, so nobody's konsultasi is held meanwhile, and the first time no
 * number either: it is drawn with the number that comes next, and drawn again, with the number held, should another process have taken that or
 * anything else have changed (lib/decisions/142-dokumen.md).
 */
function writeDokumen<Done>(
  order: Order,
  prepared: Prepared,
  andThen: (written: Written, tx: Transaction) => Promise<Done>,
): Promise<Done> {
  const { asked } = order
  return inTurn(`dokumen ${asked.jenis}`, async (waited) => {
    for (let drawn = 1; ; drawn++) {
      try {
        if (drawn > 1) return await transaction(async (tx) => andThen(await store(order, await drawHeld(order, tx), true, tx), tx))
        const draft = await draw(order, waited ? await prepareDokumen(asked) : prepared)
        return await transaction(async (tx) => andThen(await store(order, draft, false, tx), tx))
      } catch (error) {
        if (!(error instanceof Outdated)) throw error
        if (drawn === DRAWN_MAX) throw new Refusal('unavailable', { retryAfterSeconds: 1 })
      }
    }
  })
}

/** As `draw`, while nobody else gets the number. */
async function drawHeld(order: Order, tx: Transaction): Promise<NewDokumen> {
  const { asked } = order
  if (asked.menggantikan === null) await holdNomor(asked.jenis, tx)
  return draw(order, await prepareDokumen(asked, tx), tx)
}

/** A dokumen as it would be stored if nothing changed. @throws Refusal, as `issueDokumen` does */
async function draw({ actor, asked, diminta, ids }: Order, prepared: Prepared, tx?: Transaction): Promise<NewDokumen> {
  const { k, sekarang, tahun, terakhir } = prepared
  const { id, pesanId } = ids
  if (prepared.terbit) throw new AlreadyIssued()
  allow(prepared.terverifikasi)
  const old = replacedBy(prepared, asked)
  await refuseWrong(prepared, diminta, tx)
  const urut = old ? null : terakhir + 1
  const pin = diminta.jenis === 'resep' ? String(randomInt(1_000_000)).padStart(6, '0') : null
  const kode = makeKode()
  const issued = {
    id: toId('dokumen', id),
    konsultasi_id: toId('konsultasi', k.id),
    jenis: diminta.jenis,
    nomor: old ? old.nomor : nomorOf(diminta.jenis, tahun, terakhir + 1),
    versi: (old?.versi ?? 0) + 1,
    menggantikan: old && toId('dokumen', old.id),
    alasan: diminta.alasan,
    ...printedOf(prepared, diminta),
    terbit_pada: sekarang.toISOString(),
    kode,
  }
  const key = openedKey(prepared.kunci) ?? (await (tx ? sealingKey(tx) : transaction(sealingKey)))
  const attached = { ...issued, segel: sealWith(key, issued) }
  const alamat = new URL(`/v/${kode}`, env().nextAuthUrl).href
  const pdf = await cetak(issued, { pin, alamat, json: JSON.stringify(attached), pengguna: actor.id })
  return {
    id,
    pesanId,
    jenis: diminta.jenis,
    nomor: issued.nomor,
    urut,
    versi: issued.versi,
    menggantikan: old?.id ?? null,
    clientId: asked.clientId,
    diminta,
    lembar: sealed({ ...issued, sha256_pdf: createHash('sha256').update(pdf).digest('hex') }, key),
    kode,
    pin: pin === null ? null : keyedHash(pin, id),
    bolehDitebus: diminta.jenis === 'resep' ? 1 + Math.max(...diminta.isi.obat.map(({ iter }) => iter ?? 0)) : 0,
    pdf,
    prepared,
  }
}

/** Stores what was drawn, with its pesan and its reminders. @throws Outdated; then the transaction must not commit */
async function store({ actor, diminta }: Order, drawn: NewDokumen, held: boolean, tx: Transaction): Promise<Written> {
  const { id, pesanId, jenis, nomor, clientId, lembar, prepared } = drawn
  const { k, lama, sekarang } = prepared
  if (!(await storeDokumen(drawn, held, tx))) throw new Outdated()
  if (diminta.jenis === 'kontrol')
    for (const at of pengingatKontrol(diminta.isi.tanggal, sekarang)) await addJob(tx, 'ingatkan_kontrol', { dokumen_id: id }, { at })
  if (lama) await replaceOld(lama, k, tx)
  const shown = { konsultasiId: k.id, pengirimId: actor.id, clientId, tipePesan: 'dokumen', balasKe: null, lampiranId: null } as const
  const appended = await appendPesan({ id: pesanId, ...shown, pesan: barisOf(jenis, nomor) }, tx)
  if (!appended) throw new Refusal('konsultasi_not_active')
  const replaced = lama && (await findPesanFor(actor, toId('pesan', lama.pesan_id), tx)).pesan
  return { dokumen: presentDokumen({ id, jenis, status: 'berlaku', lembar: { ...lembar } }), appended, replaced }
}

const sealed = <Lembar extends object>(lembar: Lembar, key: NewKey): Lembar & { segel: Segel } => ({
  ...lembar,
  segel: sealWith(key, lembar),
})

/** RFC 4648, without its padding. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 80 random bits: nobody guesses one, or finds one from another. */
const makeKode = (): string => Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('')
