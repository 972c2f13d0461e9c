import { z } from 'zod'
import {
  BookKonsultasi,
  CancelKonsultasi,
  CompleteKonsultasi,
  KonsultasiView,
  ListKonsultasi,
  RejectKonsultasi,
} from '@/lib/contract/konsultasi'
import type { Endpoint, Named } from '@/lib/contract/openapi/endpoint'
import { CursorPage } from '@/lib/contract/openapi/pagination'
import { ReadAs } from '@/lib/contract/pesan'
import type { Peran } from '@/lib/domain/pengguna'

const tag = 'Konsultasi'
const ids = { id: ['konsultasi'] } as const

/** Two moves at the same moment: exactly one wins. */
const move = (verb: string, id: string, by: Peran, summary: string, body?: Named): Endpoint => ({
  id,
  method: 'put',
  path: `/api/v1/konsultasi/{id}/${verb}`,
  tag,
  summary,
  description: 'Of two moves at the same moment exactly one wins; the other, and one that already happened, is 409.',
  peran: [by],
  ids,
  ...(body ? { body } : {}),
  answers: [{ status: 200, means: 'The konsultasi as it is now.', data: KonsultasiView }],
  refuses: ['invalid_transition'],
})

export const KONSULTASI: readonly Endpoint[] = [
  {
    id: 'listKonsultasi',
    method: 'get',
    path: '/api/v1/konsultasi',
    tag,
    summary: 'Own konsultasi (admin: all), newest activity first',
    description: '`dari` and `sampai` are about when it was asked for.',
    peran: 'all',
    query: ListKonsultasi,
    answers: [{ status: 200, means: 'A page.', data: z.array(KonsultasiView), pagination: CursorPage }],
  },
  {
    id: 'bookKonsultasi',
    method: 'post',
    path: '/api/v1/konsultasi',
    tag,
    summary: 'Ask a dokter for a konsultasi',
    description:
      'An unknown, unverified or suspended dokter is 422 on `dokter_id`; one who takes nobody now, or whose SIP has ended, is 409. What nobody accepts in time expires.',
    peran: ['pasien'],
    body: { BookKonsultasi },
    answers: [{ status: 201, means: 'Booked, `pending`.', data: KonsultasiView }],
    refuses: ['konsultasi_exists', 'dokter_unavailable', 'rate_limited'],
  },
  {
    id: 'readKonsultasi',
    method: 'get',
    path: '/api/v1/konsultasi/{id}',
    tag,
    summary: 'One konsultasi',
    description: 'For its participants and admin. What an admin opens is written to the audit log and shown to the participants.',
    peran: 'all',
    isRecorded: true,
    ids,
    query: ReadAs,
    answers: [{ status: 200, means: 'The konsultasi.', data: KonsultasiView }],
    refuses: ['forbidden'],
  },
  {
    ...move('terima', 'acceptKonsultasi', 'dokter', 'Its dokter accepts: `pending` becomes `active`'),
    description:
      'Of two moves at the same moment exactly one wins; the other, and one that already happened, is 409. A dokter whose SIP has ended cannot accept (403, with a message that says so), but can decline, and go on with what is active until it is completed.',
  },
  move('tolak', 'rejectKonsultasi', 'dokter', 'Its dokter declines: `pending` becomes `rejected`', { RejectKonsultasi }),
  move('batalkan', 'cancelKonsultasi', 'pasien', 'Its pasien withdraws: `pending` becomes `cancelled`', { CancelKonsultasi }),
  move('selesaikan', 'completeKonsultasi', 'dokter', 'Its dokter completes: `active` becomes `completed`', { CompleteKonsultasi }),
  {
    id: 'showTyping',
    method: 'put',
    path: '/api/v1/konsultasi/{id}/mengetik',
    tag,
    summary: 'Show the other side that one is typing',
    description: 'Forgotten after 6 s, or when that person’s pesan arrives: repeat it every few seconds while typing goes on.',
    peran: ['pasien', 'dokter'],
    ids,
    answers: [{ status: 204, means: 'Shown.' }],
    refuses: ['konsultasi_not_active', 'rate_limited'],
  },
]
