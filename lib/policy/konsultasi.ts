import { type Abilities, type AbilitiesByStatus, canBecome, type KonsultasiHead, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'

type Pair = Pick<KonsultasiHead, 'pasienId' | 'dokterId'>
type Readable = Pair & Pick<KonsultasiHead, 'penerusId'>
type Stage = Pick<KonsultasiHead, 'pasienId' | 'dokterId' | 'status'>

export const isAdmin = (actor: Actor) => actor.peran === 'admin'
const isItsPasien = (actor: Actor, k: Pair) => actor.id === k.pasienId
const isItsDokter = (actor: Actor, k: Pair) => actor.id === k.dokterId
export const isParticipant = (actor: Actor, k: Pair) => isItsPasien(actor, k) || isItsDokter(actor, k)

/** A dokter to whom it was handed over with its pasien's consent. */
const isItsPenerus = (actor: Actor, k: Readable) => actor.peran === 'dokter' && actor.terverifikasi && actor.id === k.penerusId

/** Participants read their own, admins read all, and whom it was handed over to what came before. Twin: `visibleTo`. */
export const canRead = (actor: Actor, k: Readable) => isAdmin(actor) || isParticipant(actor, k) || isItsPenerus(actor, k)

/** The same rule as `canRead`, for a list of one's own: whose konsultasi it has (a `KonsultasiFilter`). What was handed over is found through what goes on with it. */
export const visibleTo = (actor: Actor) =>
  isAdmin(actor) ? {} : actor.peran === 'dokter' ? { dokterId: actor.id } : { pasienId: actor.id }

/** Whose lists begin with what cannot wait: a dokter's. */
export const seesUrgentFirst = (actor: Actor) => actor.peran === 'dokter'

/** May this person act in it at all, in whatever status it is? A dokter whose verification was withdrawn can only read and mark as read. */
export const canTakePart = (actor: Actor, k: Pair) => isItsPasien(actor, k) || (isItsDokter(actor, k) && actor.terverifikasi)

/** Only its verified dokter rejects and completes, and accepts as far as `canAccept` lets them. */
const canTreat = (actor: Actor, k: Pair) => isItsDokter(actor, k) && actor.terverifikasi

/**
 * Taking a patient on needs a licence that is valid that day. What is under way goes on without one: breaking off a treatment harms the
 * patient, and the dokter closes it with a note.
 */
export const canAccept = (actor: Actor, k: Pair) => canTreat(actor, k) && actor.sipBerlaku

/** Is the end of the SIP all that keeps this person from accepting? They are told so. */
export const lacksOnlySip = (actor: Actor, k: Pair) => canTreat(actor, k) && !actor.sipBerlaku

export const canReject = canTreat
export const canComplete = canTreat

/** Its pasien withdraws what nobody accepted. */
export const canCancel = isItsPasien

/** May this person treat anybody at all? */
const canTreatAnybody = (actor: Actor) => actor.peran === 'dokter' && actor.terverifikasi

/** A verified dokter says whether they take new konsultasi. */
export const canSetKetersediaan = canTreatAnybody

/** Its pasien lets it wait for another dokter; an admin does so for them. */
export const canMovePending = isItsPasien
export const canMoveAnyPending = (actor: Actor) => isAdmin(actor)

/** Its verified dokter proposes that another one goes on, also after the end of their SIP; its pasien decides. */
export const canProposeAlih = canTreat
export const canAnswerAlih = isItsPasien

/** Its pasien says how it was. */
export const canRate = isItsPasien

/** A dokter says their hours, also while they wait to be verified. */
export const canHaveJadwal = (actor: Actor) => actor.peran === 'dokter'

/** Its dokter marks it for themselves, whatever became of it and of their verification. */
export const canMark = isItsDokter

/** Whose lists can be in the order of the desk: a dokter's. */
export const hasMeja = (actor: Actor) => actor.peran === 'dokter'

/** May this person write anywhere at all? */
export const canSendAnywhere = (actor: Actor) => actor.peran === 'pasien' || canTreatAnybody(actor)

/** Its dokter has seen a sign of danger, whatever became of their verification: it is reading. Its pasien says that it is not so. */
export const canAcknowledgeAnyBahaya = (actor: Actor) => actor.peran === 'dokter'
export const canAcknowledgeBahaya = isItsDokter
export const canDenyAnyBahaya = (actor: Actor) => actor.peran === 'pasien'
export const canDenyBahaya = isItsPasien

export const canBook = (actor: Actor) => actor.peran === 'pasien'

/** Admins see who and how it stands before they say why they open it; whoever takes part has the konsultasi itself. */
export const canReadHead = (actor: Actor) => isAdmin(actor)

const canSend = (actor: Actor, k: Stage) => canTakePart(actor, k) && k.status === 'active'

/** Whose page may say that it shows it: whoever reads it and is no admin. */
export const canBeBefore = (actor: Actor, k: Readable) => isParticipant(actor, k) || isItsPenerus(actor, k)

/** The two see when the other was last here, as long as there is something between them. */
export const canSeeKehadiran = (actor: Actor, k: Stage) => isParticipant(actor, k) && (k.status === 'pending' || k.status === 'active')

/** What this person can do with it now. */
export const abilitiesOf = (actor: Actor, k: Stage): Abilities => ({
  kirim: canSend(actor, k),
  terima: canAccept(actor, k) && canBecome(k.status, 'active'),
  tolak: canReject(actor, k) && canBecome(k.status, 'rejected'),
  batalkan: canCancel(actor, k) && canBecome(k.status, 'cancelled'),
  selesaikan: canComplete(actor, k) && canBecome(k.status, 'completed'),
})

/** The same in each status that it may come to. */
export const abilitiesByStatus = (actor: Actor, pair: Pair): AbilitiesByStatus =>
  Object.fromEntries(STATUS_KONSULTASI.map((status) => [status, abilitiesOf(actor, { ...pair, status })])) as AbilitiesByStatus
