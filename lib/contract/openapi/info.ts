import { JSON_MAX_BYTES, REFUSALS } from '@/lib/domain/refusal'

const CODES = Object.entries(REFUSALS)
  .map(([code, { status, means }]) => `| ${status} | \`${code}\` | ${means} |`)
  .join('\n')

/** What holds for every call. */
const CONVENTIONS = `Consultation messaging between dokter and pasien.

**Words.** Domain nouns are Indonesian: *konsultasi* (a consultation), *pesan* (a message), *pasien* (patient), *dokter* (doctor), *lampiran* (attachment), *pengguna* (user).

**Format.** JSON in UTF-8, whatever \`Accept\` says. Ids are TypeIDs (a prefix and a UUIDv7 in base32); one that is malformed or of another noun is 404 in a path. Times are ISO 8601 in UTC with milliseconds. Answers may get more fields: ignore what you do not know. Unknown fields of a request are ignored.

**Envelope.** A success is \`{success: true, message, data}\`, with \`meta\` and \`pagination\` where named; an error is \`{success: false, code, message, errors?, request_id}\`. Switch on \`code\`; \`message\` is for people, Indonesian unless \`Accept-Language\` prefers English. Every response has \`X-Request-Id\`.

**Signing in.** A browser has a session cookie from \`/api/auth\` (next-auth); any other client sends \`Authorization: Bearer <token>\`, and where it does the cookie does not count. Every request checks again that the session exists and the account is active: signing out ends that session, a changed password all others, a suspension every one, at once; a request that names somebody in \`X-Pengguna\` (a page says so whose it is) is 401 under anybody else's session; what such a session listens to through realtime falls silent with it. Where the operator asks a second factor of a role, whoever of them has none yet gets 403 \`forbidden\` from everything but \`auth/me\`, \`auth/logout\`, \`auth/password\` and setting one up.

**Cross-site.** A request that changes something and carries the cookie must be same-origin: \`Origin\`, else \`Sec-Fetch-Site: same-origin\`; with neither it is refused.

**Bodies.** JSON up to ${JSON_MAX_BYTES / 1024} KiB, whatever \`Content-Type\` says. A body may be missing where nothing in it is required. Text is trimmed as \`String.prototype.trim\` does; lengths are Unicode code points; NUL and unpaired surrogates are refused. A \`konsultasi_id\` in a body or query counts as if it stood in the path (404, 403); any other id there that names nothing the caller may use is 422 on that field.

**Queries.** A parameter that comes twice is refused (422). Numbers are digits only, without sign.

**Order of refusals.** 405, 401, \`cross_site\`, 403 for a role that may never, 400, 422 for the form, 404, 403 for this one, 409, 422 for what needs the database.

**Methods.** Each path also answers \`HEAD\` (as \`GET\`, without a body) and \`OPTIONS\` (204 with \`Allow\`); other methods are 405 with \`Allow\`. Unknown paths are 404 for everybody; a path has one way to be written, without a closing or a doubled slash.

**Caching.** Everything is \`private, no-store\`, except answers with an \`ETag\`: \`private, no-cache\`.

**Retrying.** \`unavailable\` means that nothing was stored, but for one case that no server can rule out: a database that had been told to COMMIT when it fell silent may carry that out when it goes on, after the 503. Whoever tries again with the same \`client_id\` is answered 200 with what was stored then, and nothing is stored twice. Every \`PUT\` and \`DELETE\` can be repeated (the moves of a konsultasi answer 409 then), \`POST /pesan\` with the same \`client_id\` too.

| status | code | when |
|---|---|---|
${CODES}`

export const INFO = { title: 'Sapa', version: '1', description: CONVENTIONS }

export const TAGS = [
  { name: 'Accounts', description: 'Registering, signing in, dokter.' },
  {
    name: 'Own account',
    description: 'What somebody does to their own account beside the password: second factor, sessions, e-mail, consent, data.',
  },
  {
    name: 'Konsultasi',
    description: '`pending → active → completed`; `pending → cancelled`, `rejected` or `expired`. The last four are final.',
  },
  { name: 'Triase', description: 'What is asked first, and signs of danger: they warn, and neither block nor diagnose.' },
  { name: 'Profil', description: 'Who is treated, apart from who signs in.' },
  { name: 'Dokumen', description: 'What comes out of a konsultasi: numbered, sealed, never changed; a correction is a new version.' },
  { name: 'Meja', description: 'The desk of a dokter with many patients: quick replies, own marks, hours, handing over.' },
  { name: 'Pesan', description: 'The conversation.' },
  { name: 'Lampiran', description: 'Pictures, files and recordings: uploaded first, then sent in one pesan.' },
  { name: 'News', description: 'What waits for somebody, where they are, and how they are told of it.' },
  { name: 'Realtime', description: 'Hints that there is something to ask for.' },
  { name: 'Admin', description: 'For admin only.' },
  { name: 'Operations', description: 'About the system itself.' },
]
