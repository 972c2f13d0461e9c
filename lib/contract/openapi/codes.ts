import { ERROR_STATUS } from '@/lib/contract/envelope'
import type { RefusalCode } from '@/lib/domain/refusal'
import type { Endpoint } from './endpoint'

/** What each code means, for the document. */
export const CODE_MEANS: Readonly<Record<RefusalCode, string>> = {
  invalid_json: 'the body is not JSON, or not the JSON object that is needed; for a form with a file: it is no whole `multipart/form-data`',
  unauthenticated: 'no session, or one that has ended; at sign-in: wrong e-mail, wrong password or suspended account, alike',
  totp_required: 'right password, but this account has a second factor: send `totp` too',
  forbidden: 'signed in, but not allowed: not a participant, the wrong role, or a dokter whose verification was withdrawn',
  cross_site:
    'a request that changes something carried the cookie and did not come from our own origin; an admin’s reading that is written down did so from another site',
  not_found: 'no such thing; also for an id that is malformed or of another noun',
  method_not_allowed: 'the path has no such method; `Allow` names those it has',
  konsultasi_not_active: 'the konsultasi is not `active`, and this needs it to be',
  invalid_transition: 'the konsultasi cannot go from its status to that one, or somebody was faster',
  konsultasi_exists: 'the pasien already has a pending or active konsultasi with this dokter',
  dokter_unavailable: 'the dokter takes no new konsultasi now',
  pesan_deleted: 'there is only a tombstone left',
  email_taken: 'somebody has registered with this e-mail address; addresses do not differ by case',
  payload_too_large: 'the body is larger than 256 KiB (JSON), or than its kind may be (files)',
  unsupported_media_type: 'the content is of no type that is taken here; content decides, never the name',
  validation_failed: 'a field is missing or wrong; `errors` names each',
  idempotency_mismatch: 'the `client_id` was used before with other content',
  rate_limited: 'too many attempts; `Retry-After` says after how many seconds to come back',
  internal: 'our fault; nothing of the cause is shown',
  unavailable: 'the database or the file store cannot be reached, is full or does not answer; nothing was stored; safe to retry',
}

/** Every code that this call can answer with, in the order in which refusals are made. */
export function refusalsOf(endpoint: Endpoint): RefusalCode[] {
  const { peran, method, body, form, multipart, query, ids, refuses = [], isStatic, isRecorded } = endpoint
  const follows: [RefusalCode, boolean][] = [
    ['unauthenticated', peran !== 'anyone'],
    ['cross_site', method !== 'get' || isRecorded === true],
    ['forbidden', Array.isArray(peran)],
    ['invalid_json', body !== undefined || multipart !== undefined],
    ['payload_too_large', body !== undefined || form !== undefined || multipart !== undefined],
    ['validation_failed', body !== undefined || multipart !== undefined || query !== undefined],
    ['not_found', ids !== undefined],
    ['internal', true],
    ['unavailable', !isStatic],
  ]
  const codes = new Set([...follows.filter(([, does]) => does).map(([code]) => code), ...refuses])
  return (Object.keys(ERROR_STATUS) as RefusalCode[]).filter((code) => codes.has(code))
}
