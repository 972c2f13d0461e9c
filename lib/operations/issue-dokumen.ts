import { createHash, randomBytes, randomInt } from 'node:crypto'
import { countPreview, countSend } from '@/lib/auth/activity-limit'
import { openedKey, sealingKey } from '@/lib/auth/kunci-segel'
import { keyedHash } from '@/lib/auth/sealed'
import { type NewKey, type Segel, sealWith } from '@/lib/auth/segel'
import { cetak, cetakPratinjau, PRATINJAU } from '@/lib/cetak/cetak'
import type { DokumenView, IssueDokumen, PratinjauView, Resep, Ringkasan, Terisi } from '@/lib/contract/dokumen'
import { type AppendedPesan, appendPesan, findAppended } from '@/lib/data/append-pesan'
import { readDaftarObatOf } from '@/lib/data/daftar'
import { answerPermintaan, endDokumen, findDokumenFor, holdForDokumen, lockDokumen } from '@/lib/data/dokumen'
import { addJob, tellLater } from '@/lib/data/jobs'
import { findPesanFor, type PesanRow } from '@/lib/data/pesan'
import { CommitUnanswered, type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { holdNomor, type Lama, type NewDokumen, type Prepared, prepareDokumen, storeDokumen } from '@/lib/data/store-dokumen'
import { inTurn } from '@/lib/data/turns'
import { barisOf, hariKontrol, hariSakit, nomorOf, pengingatKontrol } from '@/lib/domain/dokumen/dokumen'
import { kurangUntukResep } from '@/lib/domain/dokumen/kurang'
import { knownObat, periksaResep } from '@/lib/domain/dokumen/periksa-resep'
import { aturanOf } from '@/lib/domain/dokumen/signa'
import { newUuid, toId } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { type IsiProfil, umurPada } from '@/lib/domain/profil'
import { type FieldProblem, type FieldProblems, invalidField, Refusal } from '@/lib/domain/refusal'
import { dayInWib } from '@/lib/domain/zona'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canIssue, isCorrectable } from '@/lib/policy/dokumen'
import { canRead } from '@/lib/policy/konsultasi'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { publishPesan } from '@/lib/realtime/publish'

interface Issued {
  readonly dokumen: DokumenView
  /** This `client_id` had been used before: nothing new happened. */
  readonly replayed: boolean
}

/** What a dokter asks for, without how it is told twice. */
type Diminta = Terisi & Pick<IssueDokumen, 'menggantikan' | 'alasan'>

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

/**
 * A dokumen as it would be printed now: marked as none, without number, kode, PIN and seal, and kept nowhere.
 * @throws Refusal as `issueDokumen` does, but for what is about `client_id`
 */
export async function previewDokumen(actor: Actor, konsultasi: string, { client_id: _, ...diminta }: IssueDokumen): Promise<PratinjauView> {
  const asked = askedOf(konsultasi, diminta, null)
  const prepared = await prepareDokumen(asked)
  allow(canRead(actor, prepared.k))
  allow(canIssue(actor, prepared.k))
  await countPreview(actor)
  const old = replacedBy(prepared, asked)
  await refuseWrong(prepared, diminta)
  const { jenis, menggantikan, alasan } = diminta
  const numbered = { nomor: PRATINJAU, versi: (old?.versi ?? 0) + 1, menggantikan, alasan }
  const named = { id: '', konsultasi_id: konsultasi, jenis, kode: '', terbit_pada: prepared.sekarang.toISOString() }
  const pdf = await cetakPratinjau({ ...named, ...numbered, ...printedOf(prepared, diminta) }, actor.id)
  return { pdf: pdf.toString('base64') }
}

const askedOf = (konsultasi: string, diminta: Diminta, clientId: string | null) => {
  const { jenis, menggantikan } = diminta
  return { konsultasi, jenis, clientId, menggantikan, diminta }
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
  readonly asked: ReturnType<typeof askedOf>
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

/** What is on paper but for its number, its kode and its time. */
const printedOf = (prepared: Prepared, diminta: Diminta) => ({
  isi: withAturan(diminta),
  dokter: { nama: prepared.nama, spesialisasi: prepared.spesialisasi, nomor_str: prepared.nomor_str, nomor_sip: prepared.nomor_sip },
  profil: printedProfil(prepared.profil, diminta.jenis, prepared.sekarang),
  klinik: { nama: env().klinik.nama ?? new URL(env().nextAuthUrl).hostname, kontak: env().klinik.kontak },
})

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

/** What stands against it for this profil on this day. @throws Refusal, as `issueDokumen` does */
async function refuseWrong(prepared: Prepared, diminta: Diminta, tx?: Transaction): Promise<void> {
  refuseDay(diminta, prepared)
  refuseUnfit(prepared, diminta, await obatOf(prepared, diminta, tx))
}

/** A kontrol is from tomorrow to a year ahead, a letter about these weeks. @throws Refusal `validation_failed` on `isi.tanggal`, `isi.mulai` */
function refuseDay({ jenis, isi }: Diminta, { sekarang: now, lama }: Prepared): void {
  const isWithin = (day: string, { dari, sampai }: ReturnType<typeof hariKontrol>) => dari <= day && day <= sampai
  if (jenis === 'kontrol' && !isWithin(isi.tanggal, hariKontrol(now))) throw invalidField('isi.tanggal', 'kontrol')
  // A correction is about the days of its first version, however long ago.
  if (jenis === 'surat_sakit' && !lama && !isWithin(isi.mulai, hariSakit(now))) throw invalidField('isi.mulai', 'mulai_sakit')
}

const sealed = <Lembar extends object>(lembar: Lembar, key: NewKey): Lembar & { segel: Segel } => ({
  ...lembar,
  segel: sealWith(key, lembar),
})

async function replaceOld(old: Old, k: KonsultasiHead, tx: Transaction): Promise<void> {
  await endDokumen(old.id, 'diganti', null, tx)
  await answerWishes(old, k, tx)
}

type Old = Pick<Lama, 'id'>

/** Whatever was asked of this dokumen is answered, and its pasien is told so. */
async function answerWishes({ id }: Old, k: KonsultasiHead, tx: Transaction): Promise<void> {
  if (await answerPermintaan(id, tx)) await tellLater(k.id, k.pasienId, tx)
}

/** The dokumen that this one is the next version of; null for a first version. Only what is open is corrected. */
function replacedBy({ k, selesai_pada, sekarang, lama }: Prepared, { jenis, menggantikan }: Order['asked']): Lama | null {
  if (menggantikan === null) {
    if (k.status !== 'active') throw new Refusal('konsultasi_not_active')
    return null
  }
  if (!lama || lama.konsultasi_id !== k.id) throw invalidField('menggantikan', 'dokumen')
  refuseClosed({ k, selesai_pada, sekarang }, lama.izin_sampai === null ? null : new Date(lama.izin_sampai))
  if (lama.status !== 'berlaku') throw new Refusal('invalid_transition')
  if (lama.jenis !== jenis) throw invalidField('jenis', 'jenis_sama')
  return lama
}

/** @throws Refusal `konsultasi_not_active`, `correction_closed` */
function refuseClosed({ k, selesai_pada, sekarang }: Pick<Prepared, 'k' | 'selesai_pada' | 'sekarang'>, izinSampai: Date | null): void {
  if (isCorrectable({ status: k.status, selesaiPada: selesai_pada, izinSampai, sekarang }, env().koreksiJam)) return
  throw new Refusal(k.status === 'completed' ? 'correction_closed' : 'konsultasi_not_active')
}

/** What a resep is looked at with: of other kinds nothing is asked. */
const obatOf = async ({ daftar_obat: sidik }: Prepared, { jenis }: Diminta, tx?: Transaction): Promise<KnownObat> =>
  knownObat(jenis === 'resep' ? ((await readDaftarObatOf(sidik, tx))?.entri ?? null) : null)

type KnownObat = ReturnType<typeof knownObat>

/** What stands against this dokumen for this profil. @throws Refusal `examination_needed`, `profil_incomplete`, `validation_failed` */
function refuseUnfit(held: Prepared, diminta: Diminta, obat: KnownObat): void {
  if (diminta.jenis === 'surat_sakit') {
    if (!held.pernah) throw new Refusal('examination_needed')
    const lahir = held.profil.tanggal_lahir
    if (lahir && diminta.isi.mulai < lahir) throw invalidField('isi.mulai', 'before_birth')
  }
  if (diminta.jenis === 'resep') {
    refuseIncomplete(held.profil, held.sekarang)
    refuseResep(diminta.isi, held.profil, obat)
  }
}

function refuseIncomplete(profil: IsiProfil, now: Date): void {
  const missing = kurangUntukResep(profil, dayInWib(now))
  const fields: FieldProblems = Object.fromEntries(missing.map((name) => [name, [{ key: 'required' as const }]]))
  if (missing.length > 0) throw new Refusal('profil_incomplete', { fields })
}

const KEBERATAN = { terlarang: 'obat_terlarang', alergi: 'obat_alergi', ganda: 'obat_ganda' } as const

function refuseResep({ obat, abaikan = [] }: Resep, { alergi }: IsiProfil, known: KnownObat): void {
  const allergies = (alergi ?? []).map(({ zat }) => zat)
  const ignored = abaikan.map(({ zat }) => zat)
  const fields: Record<string, FieldProblem[]> = {}
  // The first of each obat is told: what nobody may prescribe before an allergy, and that before what is there twice.
  for (const { ke, sebab, diabaikan } of periksaResep(obat, allergies, ignored, known))
    if (!diabaikan) fields[`isi.obat.${ke}.nama`] ??= [{ key: KEBERATAN[sebab] }]
  if (Object.keys(fields).length > 0) throw new Refusal('validation_failed', { fields })
}

/** The content as it is issued: each obat says in plain words how it is used, where its signa was understood. */
function withAturan({ jenis, isi }: Terisi): Record<string, unknown> {
  if (jenis !== 'resep') return isi
  return { ...isi, obat: isi.obat.map((obat) => ({ ...obat, aturan: aturanOf(obat.signa) })) }
}

function printedProfil(profil: IsiProfil, jenis: Diminta['jenis'], now: Date): DokumenView['profil'] {
  const { nama, tanggal_lahir, jenis_kelamin, alamat, berat_kg, alergi } = profil
  const umur = tanggal_lahir === null ? null : umurPada(tanggal_lahir, dayInWib(now))
  const who = { nama, tanggal_lahir, umur, jenis_kelamin, alamat }
  // An employer or a school reads a surat_sakit: what somebody weighs and does not bear is none of their business.
  if (jenis === 'surat_sakit') return { ...who, berat_kg: null, alergi: null }
  return { ...who, berat_kg, alergi: alergi === null ? null : alergi.map((one) => ({ ...one })) }
}

/** RFC 4648, without its padding. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 80 random bits: nobody guesses one, or finds one from another. */
const makeKode = (): string => Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('')

/**
 * Its dokter takes a dokumen back, as long as it may be corrected.
 * @throws Refusal `not_found`, `forbidden`, `konsultasi_not_active`, `correction_closed`, `invalid_transition`
 */
export async function cancelDokumen(actor: Actor, id: string, alasan: string): Promise<DokumenView> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canIssue(actor, k))
  const { after, pesan } = await transaction(async (tx) => {
    const held = await holdForDokumen(k.id, tx)
    const locked = await lockDokumen(dokumen.id, tx)
    if (!locked) throw new Refusal('not_found')
    refuseClosed(held, locked.izin_sampai)
    if (locked.status !== 'berlaku') throw new Refusal('invalid_transition')
    await endDokumen(locked.id, 'dibatalkan', alasan, tx)
    await answerWishes(locked, k, tx)
    const { pesan } = await findPesanFor(actor, toId('pesan', locked.pesan_id), tx)
    return { after: await findDokumenFor(actor, id, tx), pesan }
  })
  publishPesan('MessageUpdated', k, pesan)
  return presentDokumen(after.dokumen)
}
