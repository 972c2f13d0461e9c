import { createHash, randomBytes, randomInt } from 'node:crypto'
import { countSend } from '@/lib/auth/activity-limit'
import { sealingKey } from '@/lib/auth/kunci-segel'
import { keyedHash } from '@/lib/auth/sealed'
import { type NewKey, type Segel, sealWith } from '@/lib/auth/segel'
import { cetak } from '@/lib/cetak/cetak'
import type { DokumenView, IssueDokumen, Resep, Terisi } from '@/lib/contract/dokumen'
import { type AppendedPesan, appendPesan, findAppended } from '@/lib/data/append-pesan'
import {
  answerPermintaan,
  endDokumen,
  findDokumenFor,
  findIssued,
  type Held,
  holdForDokumen,
  insertDokumen,
  type Locked,
  lockDokumen,
  nextNomor,
} from '@/lib/data/dokumen'
import { addJob, tellLater } from '@/lib/data/jobs'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { findPesanFor, type PesanRow } from '@/lib/data/pesan'
import { CommitUnanswered, type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { inTurn } from '@/lib/data/turns'
import { barisOf, hariKontrol, nomorOf, pengingatKontrol, tahunOf } from '@/lib/domain/dokumen/dokumen'
import { kurangUntukResep } from '@/lib/domain/dokumen/kurang'
import { periksaResep } from '@/lib/domain/dokumen/periksa-resep'
import { aturanOf } from '@/lib/domain/dokumen/signa'
import { newUuid, toId, uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { type IsiProfil, umurPada } from '@/lib/domain/profil'
import { type FieldProblem, type FieldProblems, invalidField, Refusal } from '@/lib/domain/refusal'
import { dayInWib } from '@/lib/domain/zona'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canIssue, isCorrectable } from '@/lib/policy/dokumen'
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
 * Issues a dokumen, or the next version of one: numbered, printed and sealed in one transaction with the pesan that shows it.
 * @throws Refusal `rate_limited`, `not_found`, `forbidden`, `idempotency_mismatch`, `konsultasi_not_active`, `correction_closed`,
 * `invalid_transition`, `examination_needed`, `profil_incomplete`, `unavailable`, or `validation_failed` on a field of `isi`, `jenis` or `menggantikan`
 */
export async function issueDokumen(actor: Actor, id: string, { client_id: clientId, ...diminta }: IssueDokumen): Promise<Issued> {
  const k = await findKonsultasiFor(actor, id)
  allow(canIssue(actor, k))
  await countSend(actor)
  const known = clientId && (await replay(k, clientId, diminta))
  if (known) return known
  refuseDay(diminta)
  const ids = newIds()
  try {
    const written = await inTurn(`dokumen ${diminta.jenis}`, () => transaction((tx) => writeDokumen(actor, k, diminta, clientId, tx, ids)))
    tellOfDokumen(k, written)
    return { dokumen: written.dokumen, replayed: false }
  } catch (error) {
    // A twin of this request may have stored it meanwhile, or this one did and its COMMIT was not answered.
    const stored = clientId && (await replay(k, clientId, diminta))
    if (stored) return stored
    const written = error instanceof CommitUnanswered && (await findWritten(actor, k, ids))
    if (written) return written
    // A pesan of another kind has it.
    throw clientId && isTaken(error) ? new Refusal('idempotency_mismatch') : error
  }
}

async function replay(k: KonsultasiHead, clientId: string, diminta: Diminta): Promise<Issued | null> {
  const found = await findIssued(k.id, clientId, diminta)
  if (found && !found.sama) throw new Refusal('idempotency_mismatch')
  return found && { dokumen: presentDokumen(found.dokumen), replayed: true }
}

/** A kontrol is from tomorrow to a year ahead. @throws Refusal `validation_failed` on `isi.tanggal` */
function refuseDay({ jenis, isi }: Diminta): void {
  if (jenis !== 'kontrol') return
  const { dari, sampai } = hariKontrol(new Date())
  if (isi.tanggal < dari || isi.tanggal > sampai) throw invalidField('isi.tanggal', 'kontrol')
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

/** The part of issuing that is one transaction with whatever else must happen with it. @throws Refusal, as `issueDokumen` does */
export async function writeDokumen(
  actor: Actor,
  k: KonsultasiHead,
  diminta: Diminta,
  clientId: string | null,
  tx: Transaction,
  { id, pesanId } = newIds(),
): Promise<Written> {
  const { id: konsultasiId } = k
  const held = await holdForDokumen(konsultasiId, tx)
  allow(held.terverifikasi)
  const old = await findReplaced(held, diminta, tx)
  refuseUnfit(held, diminta)
  const urut = old ? 0 : await nextNomor(diminta.jenis, tahunOf(held.sekarang), tx)
  const numbered = old ?? { nomor: nomorOf(diminta.jenis, tahunOf(held.sekarang), urut), versi: 0 }
  const pin = diminta.jenis === 'resep' ? String(randomInt(1_000_000)).padStart(6, '0') : null
  const kode = makeKode()
  const isi = withAturan(diminta)
  const issued = {
    id: toId('dokumen', id),
    konsultasi_id: toId('konsultasi', konsultasiId),
    jenis: diminta.jenis,
    nomor: numbered.nomor,
    versi: numbered.versi + 1,
    menggantikan: old && toId('dokumen', old.id),
    alasan: diminta.alasan,
    isi,
    dokter: { nama: held.nama, spesialisasi: held.spesialisasi, nomor_str: held.nomor_str, nomor_sip: held.nomor_sip },
    profil: printedProfil(held.profil, held.sekarang),
    klinik: { nama: env().klinik.nama ?? new URL(env().nextAuthUrl).hostname, kontak: env().klinik.kontak },
    terbit_pada: held.sekarang.toISOString(),
    kode,
  }
  const key = await sealingKey(tx)
  const attached = { ...issued, segel: sealWith(key, issued) }
  const alamat = new URL(`/v/${kode}`, env().nextAuthUrl).href
  const pdf = await cetak(issued, { pin, alamat, json: JSON.stringify(attached), pengguna: actor.id })
  const lembar = sealed({ ...issued, sha256_pdf: createHash('sha256').update(pdf).digest('hex') }, key)
  await insertDokumen(
    {
      id,
      konsultasiId,
      pesanId,
      jenis: diminta.jenis,
      nomor: issued.nomor,
      versi: issued.versi,
      menggantikan: old?.id ?? null,
      clientId,
      diminta,
      lembar,
      kode,
      pin: pin === null ? null : keyedHash(pin, id),
      bolehDitebus: diminta.jenis === 'resep' ? 1 + Math.max(...diminta.isi.obat.map(({ iter }) => iter ?? 0)) : 0,
      terbitPada: held.sekarang,
      pdf,
    },
    tx,
  )
  if (diminta.jenis === 'kontrol')
    for (const at of pengingatKontrol(diminta.isi.tanggal, held.sekarang)) await addJob(tx, 'ingatkan_kontrol', { dokumen_id: id }, { at })
  if (old) await replaceOld(old, k, tx)
  const pesan = barisOf(diminta.jenis, issued.nomor)
  const shown = { konsultasiId, pengirimId: actor.id, clientId, tipePesan: 'dokumen', pesan, balasKe: null, lampiranId: null } as const
  const appended = await appendPesan({ id: pesanId, ...shown }, tx)
  if (!appended) throw new Refusal('konsultasi_not_active')
  const replaced = old && (await findPesanFor(actor, toId('pesan', old.pesan_id), tx)).pesan
  return { dokumen: presentDokumen({ id, jenis: diminta.jenis, status: 'berlaku', lembar }), appended, replaced }
}

const sealed = <Lembar extends object>(lembar: Lembar, key: NewKey): Lembar & { segel: Segel } => ({
  ...lembar,
  segel: sealWith(key, lembar),
})

async function replaceOld(old: Locked, k: KonsultasiHead, tx: Transaction): Promise<void> {
  await endDokumen(old.id, 'diganti', null, tx)
  await answerWishes(old, k, tx)
}

/** Whatever was asked of this dokumen is answered, and its pasien is told so. */
async function answerWishes({ id }: Locked, k: KonsultasiHead, tx: Transaction): Promise<void> {
  if (await answerPermintaan(id, tx)) await tellLater(k.id, k.pasienId, tx)
}

/** The dokumen that this one is the next version of, held; null for a first version. Only what is open is corrected. */
async function findReplaced(held: Held, { jenis, menggantikan }: Diminta, tx: Transaction): Promise<Locked | null> {
  if (menggantikan === null) {
    if (held.k.status !== 'active') throw new Refusal('konsultasi_not_active')
    return null
  }
  const uuid = uuidOf('dokumen', menggantikan)
  const old = uuid && (await lockDokumen(uuid, tx))
  if (!old || old.konsultasi_id !== held.k.id) throw invalidField('menggantikan', 'dokumen')
  refuseClosed(held, old)
  if (old.status !== 'berlaku') throw new Refusal('invalid_transition')
  if (old.jenis !== jenis) throw invalidField('jenis', 'jenis_sama')
  return old
}

/** @throws Refusal `konsultasi_not_active`, `correction_closed` */
function refuseClosed({ k, selesai_pada, sekarang }: Held, { izin_sampai }: Locked): void {
  if (isCorrectable({ status: k.status, selesaiPada: selesai_pada, izinSampai: izin_sampai, sekarang }, env().koreksiJam)) return
  throw new Refusal(k.status === 'completed' ? 'correction_closed' : 'konsultasi_not_active')
}

/** What stands against this dokumen for this profil. @throws Refusal `examination_needed`, `profil_incomplete`, `validation_failed` */
function refuseUnfit(held: Held, diminta: Diminta): void {
  if (diminta.jenis === 'surat_sakit') {
    if (!held.pernah) throw new Refusal('examination_needed')
    const lahir = held.profil.tanggal_lahir
    if (lahir && diminta.isi.mulai < lahir) throw invalidField('isi.mulai', 'before_birth')
  }
  if (diminta.jenis === 'resep') {
    refuseIncomplete(held.profil, held.sekarang)
    refuseResep(diminta.isi, held.profil)
  }
}

function refuseIncomplete(profil: IsiProfil, now: Date): void {
  const missing = kurangUntukResep(profil, dayInWib(now))
  const fields: FieldProblems = Object.fromEntries(missing.map((name) => [name, [{ key: 'required' as const }]]))
  if (missing.length > 0) throw new Refusal('profil_incomplete', { fields })
}

const KEBERATAN = { terlarang: 'obat_terlarang', alergi: 'obat_alergi', ganda: 'obat_ganda' } as const

function refuseResep({ obat, abaikan = [] }: Resep, { alergi }: IsiProfil): void {
  const allergies = (alergi ?? []).map(({ zat }) => zat)
  const ignored = abaikan.map(({ zat }) => zat)
  const fields: Record<string, FieldProblem[]> = {}
  for (const { ke, sebab } of periksaResep(obat, allergies, ignored)) fields[`isi.obat.${ke}.nama`] = [{ key: KEBERATAN[sebab] }]
  if (Object.keys(fields).length > 0) throw new Refusal('validation_failed', { fields })
}

/** The content as it is issued: each obat says in plain words how it is used, where its signa was understood. */
function withAturan({ jenis, isi }: Terisi): Record<string, unknown> {
  if (jenis !== 'resep') return isi
  return { ...isi, obat: isi.obat.map((obat) => ({ ...obat, aturan: aturanOf(obat.signa) })) }
}

function printedProfil({ nama, tanggal_lahir, jenis_kelamin, alamat, berat_kg, alergi }: IsiProfil, now: Date): DokumenView['profil'] {
  const umur = tanggal_lahir === null ? null : umurPada(tanggal_lahir, dayInWib(now))
  return { nama, tanggal_lahir, umur, jenis_kelamin, alamat, berat_kg, alergi: alergi === null ? null : alergi.map((one) => ({ ...one })) }
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
    refuseClosed(held, locked)
    if (locked.status !== 'berlaku') throw new Refusal('invalid_transition')
    await endDokumen(locked.id, 'dibatalkan', alasan, tx)
    await answerWishes(locked, k, tx)
    const { pesan } = await findPesanFor(actor, toId('pesan', locked.pesan_id), tx)
    return { after: await findDokumenFor(actor, id, tx), pesan }
  })
  publishPesan('MessageUpdated', k, pesan)
  return presentDokumen(after.dokumen)
}
