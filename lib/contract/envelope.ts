import { z } from 'zod'
import type { RefusalCode } from '@/lib/domain/refusal'

/** Every code that a refusal can carry, with its HTTP status. */
export const ERROR_STATUS = {
  invalid_json: 400,
  unauthenticated: 401,
  totp_required: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  konsultasi_not_active: 409,
  invalid_transition: 409,
  konsultasi_exists: 409,
  dokter_unavailable: 409,
  pesan_deleted: 409,
  email_taken: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

export const ERROR_CODES = Object.keys(ERROR_STATUS) as RefusalCode[]

export const ErrorView = z
  .object({
    success: z.literal(false),
    code: z.enum(ERROR_CODES),
    message: z.string(),
    errors: z.record(z.string(), z.array(z.string())).optional(),
    request_id: z.string(),
  })
  .meta({ id: 'Error' })
export type ErrorView = z.infer<typeof ErrorView>

/** A success as a client receives it. */
export interface Success<Data, Meta = undefined, Pagination = undefined> {
  readonly success: true
  readonly message: string
  readonly data: Data
  readonly meta: Meta
  readonly pagination: Pagination
}

export interface CursorPagination {
  readonly per_page: number
  readonly next_cursor: string | null
}
