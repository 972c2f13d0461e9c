import { z } from 'zod'
import { CariView, SearchPesan } from '@/lib/contract/cari'
import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { ConversationPage, CursorPage } from '@/lib/contract/envelope'
import {
  DeletePesan,
  ListPesan,
  MarkAllRead,
  MarkedView,
  PesanMeta,
  PesanView,
  React,
  ReadAs,
  SendPesan,
  SentMeta,
  UnreadView,
} from '@/lib/contract/pesan'
import { CARI_WORDS_MAX } from '@/lib/domain/cari'

const tag = 'Pesan'
const asItIsNow = { status: 200, means: 'The pesan as it is now.', data: PesanView } as const

/** What a client that follows a conversation relies on. */
const FOLLOWING = `Without a cursor the newest \`per_page\` pesan, ascending by \`urutan\`; \`before\` and \`after\` page through history.
\`since\` gives what *changed* after that \`rev\`, ascending by \`rev\`: new pesan, and those that were read, deleted or reacted to. \`meta.rev\` says how far the answer reaches; ask with it next time and nothing is ever missed. While \`has_more\` is true, ask again at once.
The \`ETag\` is weak and changes whenever anything in the answer would, for this reader, language and query: send it as \`If-None-Match\` to poll for the price of one indexed read. A 304 is given only after the same authorization, also when the request says \`Cache-Control: no-cache\`.
A client without realtime that shows a badge, and a dokter's desk, beside the conversation need not ask for them apart: \`sertakan\` answers for all of them at once.
Reading marks nothing as read. What an admin opens is written to the audit log and shown to the participants (a 304 is not).`

/** How words are looked for, and what comes back. */
const SEARCHING = `Finds pesan that have every word of \`q\`, in any order: words count by their Indonesian stem (\`minum\` finds _diminum_ and _meminum_), by their beginning (\`paraset\` finds _parasetamol_), and, only where nothing at all was found so, by what resembles them (\`parasetmol\`). Case and punctuation do not count; of many words the first ${CARI_WORDS_MAX} do.
Newest first, in an order that pages never skip or repeat; tombstones never. \`cuplikan\` is plain text: the part of the pesan around its first hit, with each hit between U+E000 and U+E001. Where these two characters stand in the pesan itself they are left out of \`cuplikan\`.
A \`q\` without any letter or digit finds nothing. \`konsultasi_id\` counts as if it stood in the path.`

export const PESAN = endpoints({
  'GET /pesan/{konsultasi_id}': {
    name: 'listPesan',
    tag,
    summary: 'The pesan of a konsultasi',
    description: `For participants and admin. The query's cursors and the \`ETag\` are those of a konsultasi.\n\n${FOLLOWING}`,
    peran: 'all',
    isRecorded: true,
    of: 'konsultasi',
    withKonsultasi: true,
    beside: { named: 'sertakan' },
    query: ListPesan,
    headers: { 'If-None-Match': 'An `ETag` of an earlier answer, or a list of them; compared weakly.' },
    answers: [
      {
        status: 200,
        means: 'For a `konsultasi_…`: a page of its pesan.',
        data: z.array(PesanView),
        meta: PesanMeta,
        pagination: ConversationPage,
        headers: { ETag: 'Of this answer; pages of a konsultasi have one.' },
      },
      { status: 304, means: 'Nothing has changed.', headers: { ETag: 'As it was.' } },
    ],
  },
  'GET /pesan/{id}': {
    name: 'readPesan',
    tag,
    summary: 'One pesan',
    peran: 'all',
    isRecorded: true,
    of: 'pesan',
    query: ReadAs,
    answers: [{ status: 200, means: 'For a `pesan_…`: that pesan.', data: PesanView }],
  },
  'POST /pesan': {
    name: 'sendPesan',
    tag,
    summary: 'Send a pesan',
    description:
      'When this has answered 2xx the pesan is on disk, and nothing after that (realtime, push) can turn it into an error. Give every pesan a `client_id` and retry with it until there is an answer: a replay is recognised for ever, also after the konsultasi has ended and before any 409. It publishes nothing and moves no `rev`. What a pasien writes is looked at for signs of danger once it is stored; that never holds it up.',
    peran: PARTICIPANTS,
    body: { SendPesan },
    example: {
      konsultasi_id: 'konsultasi_01jd93p7taf9hrrbayfy8a3cp3',
      pesan: 'Selamat pagi, Dok',
      client_id: '5f0c3c1e-6d0b-4c43-9b0e-2f6f0d7f4a11',
    },
    answers: [
      { status: 201, means: 'Stored. `meta` only for a pasien: the signs of danger in this text.', data: PesanView, meta: SentMeta },
      { status: 200, means: 'A replay: this `client_id` was stored before; the pesan as it is now.', data: PesanView },
    ],
    refuses: ['not_found', 'konsultasi_not_active', 'idempotency_mismatch', 'rate_limited'],
  },
  'GET /pesan': {
    name: 'searchPesan',
    tag,
    summary: 'Search the own konsultasi',
    description: SEARCHING,
    peran: PARTICIPANTS,
    query: SearchPesan,
    example: { q: 'batuk' },
    answers: [{ status: 200, means: 'What was found, newest first.', data: z.array(CariView), pagination: CursorPage }],
    refuses: ['not_found', 'rate_limited'],
  },
  'PUT /pesan/{id}/dibaca': {
    name: 'markRead',
    tag,
    summary: 'Mark one pesan as read',
    description:
      'Its recipient only. The first `dibaca_pada` stays, a tombstone is left as it is. Allowed in a konsultasi that has ended. Once more changes nothing.',
    peran: PARTICIPANTS,
    of: 'pesan',
    answers: [asItIsNow],
  },
  'GET /pesan/{konsultasi_id}/unread-count': {
    name: 'countUnread',
    tag,
    summary: 'How many pesan are unread',
    description: 'From the other side, not read, not deleted; 0 for admin.',
    peran: 'all',
    of: 'konsultasi',
    withKonsultasi: true,
    beside: 'unread',
    answers: [{ status: 200, means: 'The count.', data: UnreadView }],
  },
  'DELETE /pesan/{id}': {
    name: 'deletePesan',
    tag,
    summary: 'Leave a tombstone',
    description:
      'Its sender while the konsultasi is active; admin at any time, with `alasan` in the body. The place (`urutan`) stays, text, lampiran and reactions go; the original is kept for the medical record. Once more changes nothing.',
    peran: 'all',
    of: 'pesan',
    body: { DeletePesan },
    example: { alasan: 'Salah kirim' },
    answers: [asItIsNow],
    refuses: ['invalid_transition', 'konsultasi_not_active'],
  },
  'PUT /pesan/{konsultasi_id}/mark-all-read': {
    name: 'markAllRead',
    tag,
    summary: 'Mark what the other side sent as read',
    description: 'Each pesan that this changes gets a `rev` of its own, in order of `urutan`. Allowed in a konsultasi that has ended.',
    peran: PARTICIPANTS,
    of: 'konsultasi',
    withKonsultasi: true,
    body: { MarkAllRead },
    example: { sampai: 12 },
    answers: [{ status: 200, means: 'How many were marked, and what is left.', data: MarkedView }],
  },
  'PUT /pesan/{id}/reaksi': {
    name: 'reactToPesan',
    tag,
    summary: 'React to a pesan',
    description: 'One reaction for each person and pesan: another replaces it, the same once more changes nothing.',
    peran: PARTICIPANTS,
    of: 'pesan',
    body: { React },
    example: { emoji: '👍' },
    answers: [asItIsNow],
    refuses: ['konsultasi_not_active', 'pesan_deleted', 'rate_limited'],
  },
  'DELETE /pesan/{id}/reaksi': {
    name: 'takeReactionBack',
    tag,
    summary: 'Take the own reaction back',
    peran: PARTICIPANTS,
    of: 'pesan',
    answers: [asItIsNow],
    refuses: ['konsultasi_not_active', 'pesan_deleted', 'rate_limited'],
  },
})
