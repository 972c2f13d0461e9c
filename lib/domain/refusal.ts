import type api from '@/lib/i18n/id/api.json'
import type { Bahasa } from './bahasa'
import { PROFIL_MAX } from './profil'

/** Bytes of a JSON body: 256 KiB. */
export const JSON_MAX_BYTES = 256 * 1024

/** Why the system may say no: the word that clients switch on, its HTTP status, and what it means. Its sentences for people: `api.galat`. */
export const REFUSALS = {
  invalid_json: {
    status: 400,
    means: 'the body is not JSON, or not the JSON object that is needed; for a form with a file: it is no whole `multipart/form-data`',
  },
  unauthenticated: {
    status: 401,
    means: 'no session, or one that has ended; at sign-in: wrong e-mail, wrong password or suspended account, alike',
  },
  totp_required: { status: 401, means: 'right password, but this account has a second factor: send `totp` too' },
  forbidden: {
    status: 403,
    means:
      'signed in, but not allowed: not a participant, the wrong role, a dokter whose verification was withdrawn, or somebody who must first set up a second factor',
  },
  cross_site: {
    status: 403,
    means:
      'a request that changes something carried the cookie and did not come from our own origin; an admin’s reading that is written down did so from another site',
  },
  not_found: { status: 404, means: 'no such thing; also for an id that is malformed or of another noun' },
  method_not_allowed: { status: 405, means: 'the path has no such method; `Allow` names those it has' },
  konsultasi_not_active: { status: 409, means: 'the konsultasi is not `active`, and this needs it to be' },
  invalid_transition: { status: 409, means: 'the konsultasi cannot go from its status to that one, or somebody was faster' },
  konsultasi_exists: { status: 409, means: 'the profil already has a pending or active konsultasi with this dokter' },
  dokter_unavailable: { status: 409, means: 'the dokter takes no new konsultasi now' },
  pesan_deleted: { status: 409, means: 'there is only a tombstone left' },
  profil_incomplete: { status: 409, means: 'a resep needs more of the profil; `errors` names what' },
  examination_needed: { status: 409, means: 'a surat_sakit is only for a profil with an earlier completed konsultasi here' },
  correction_closed: { status: 409, means: 'the time in which this dokumen could be corrected is over; an admin may open it again' },
  already_redeemed: { status: 409, means: 'the resep was redeemed as often as it may be' },
  tanda_bahaya: {
    status: 409,
    means: 'there is a sign of danger, named in `tanda`, and the booking does not say `paham_darurat`; nothing was stored',
  },
  email_taken: { status: 409, means: 'somebody has registered with this e-mail address; addresses do not differ by case' },
  profil_in_use: {
    status: 409,
    means: 'the profil is one’s own (`diri`), or of a konsultasi that is pending or active: it cannot be archived',
  },
  too_many_profil: { status: 409, means: `an account has at most ${PROFIL_MAX} profil that are not archived` },
  payload_too_large: { status: 413, means: `the body is larger than ${JSON_MAX_BYTES / 1024} KiB (JSON), or than its kind may be (files)` },
  unsupported_media_type: { status: 415, means: 'the content is of no type that is taken here; content decides, never the name' },
  validation_failed: { status: 422, means: 'a field is missing or wrong; `errors` names each' },
  idempotency_mismatch: { status: 422, means: 'the `client_id` was used before with other content' },
  rate_limited: { status: 429, means: 'too many attempts; `Retry-After` says after how many seconds to come back' },
  internal: { status: 500, means: 'our fault; nothing of the cause is shown' },
  unavailable: {
    status: 503,
    means: 'the database or the file store cannot be reached, is full or does not answer; nothing was stored; safe to retry',
  },
} as const satisfies Record<string, { status: number; means: string }>

export type RefusalCode = keyof typeof REFUSALS

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]

/** A sentence about a field, by its key in the catalogue. */
export type ProblemKey = keyof typeof api.validasi

/** What is wrong with a field, and what fills the text of that. */
export interface FieldProblem {
  readonly key: ProblemKey
  readonly params?: Readonly<Record<string, string | number>>
}

export type FieldProblems = Readonly<Record<string, readonly FieldProblem[]>>

/** A sign of danger, and what was seen in each language. */
interface Tanda {
  readonly kode: string
  readonly tingkat: 'merah' | 'kuning'
  readonly kalimat: Readonly<Record<Bahasa, string>>
}

export interface RefusalDetails {
  readonly fields?: FieldProblems
  readonly retryAfterSeconds?: number
  /** Signs of danger that nobody said to have understood. */
  readonly tanda?: readonly Tanda[]
  readonly headers?: Record<string, string>
  /** Another sentence than the code's own (`api.galat`). */
  readonly messageKey?: keyof typeof api.galat
  /** What fills that sentence. */
  readonly params?: FieldProblem['params']
}

/** An expected no: thrown where it is known, translated once at the door (`lib/http/answer.ts`). */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code)
  }
}

/** A 422 on one field, for what only the database knows. */
export const invalidField = (field: string, key: ProblemKey): Refusal =>
  new Refusal('validation_failed', { fields: { [field]: [{ key }] } })
