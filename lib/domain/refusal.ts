/** Why the system may say no. Clients switch on these words; their HTTP status stands in `lib/contract/envelope.ts`. */
export type RefusalCode =
  | 'invalid_json'
  | 'unauthenticated'
  | 'totp_required'
  | 'forbidden'
  | 'cross_site'
  | 'not_found'
  | 'method_not_allowed'
  | 'konsultasi_not_active'
  | 'invalid_transition'
  | 'konsultasi_exists'
  | 'dokter_unavailable'
  | 'pesan_deleted'
  | 'email_taken'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'validation_failed'
  | 'idempotency_mismatch'
  | 'rate_limited'
  | 'internal'
  | 'unavailable'

/** What is wrong with a field: a key of the catalogue (`api.validasi`) and what fills its text. */
export interface FieldProblem {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type FieldProblems = Readonly<Record<string, readonly FieldProblem[]>>

export interface RefusalDetails {
  readonly fields?: FieldProblems
  readonly retryAfterSeconds?: number
  readonly headers?: Record<string, string>
  /** Another sentence than the code's own (`api.galat`). */
  readonly messageKey?: string
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
export const invalidField = (field: string, key: string): Refusal => new Refusal('validation_failed', { fields: { [field]: [{ key }] } })
