import { z } from 'zod'
import { AlihView, MovePending, PenilaianView, ProposeAlih, RateKonsultasi } from '@/lib/contract/alih'
import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { CursorPage } from '@/lib/contract/envelope'
import {
  BookKonsultasi,
  CancelKonsultasi,
  CompleteKonsultasi,
  KonsultasiView,
  ListKonsultasi,
  RejectKonsultasi,
} from '@/lib/contract/konsultasi'
import { MarkKonsultasi, PenandaView } from '@/lib/contract/penanda'
import { ReadAs } from '@/lib/contract/pesan'
import { MENGETIK_MS } from '@/lib/domain/pesan'

const tag = 'Konsultasi'
/** What the moves of a konsultasi have in common. */
const move = {
  tag,
  description: 'Of two moves at the same moment exactly one wins; the other, and one that already happened, is 409.',
  of: 'konsultasi',
  answers: [{ status: 200, means: 'The konsultasi as it is now.', data: KonsultasiView }],
  refuses: ['invalid_transition'],
} as const

export const KONSULTASI = endpoints({
  'GET /konsultasi': {
    name: 'listKonsultasi',
    tag,
    summary: 'Own konsultasi (admin: all), newest activity first',
    description:
      '`dari` and `sampai` are about when it was asked for. With `urut=meja` (dokter; others 403) the order is that of the desk, and `pasien`, `dokter`, `dari` and `sampai` do not count; each order has its own cursors.',
    peran: 'all',
    query: ListKonsultasi,
    answers: [{ status: 200, means: 'A page.', data: z.array(KonsultasiView), pagination: CursorPage }],
  },
  'POST /konsultasi': {
    name: 'bookKonsultasi',
    tag,
    summary: 'Ask a dokter for a konsultasi',
    description:
      'An unknown, unverified or suspended dokter is 422 on `dokter_id`; one who takes nobody now, or whose SIP has ended, is 409. What nobody accepts in time expires. A `profil_id` or `lanjutan_dari` that is not one’s own, or is archived or of another profil, is 422. A sign of danger that is `merah` in `jawaban` or `keluhan` is 409 `tanda_bahaya`, the last of the 409s, unless `paham_darurat` is true; then it is booked, and raised.',
    peran: ['pasien'],
    body: { BookKonsultasi },
    example: { dokter_id: 'pengguna_01jd93mz0yfn19p7swb9z9t2s1', keluhan: 'Pusing sejak kemarin sore' },
    answers: [{ status: 201, means: 'Booked, `pending`.', data: KonsultasiView }],
    refuses: ['konsultasi_exists', 'dokter_unavailable', 'tanda_bahaya', 'rate_limited'],
  },
  'GET /konsultasi/{id}': {
    name: 'readKonsultasi',
    tag,
    summary: 'One konsultasi',
    description: 'For its participants and admin. What an admin opens is written to the audit log and shown to the participants.',
    peran: 'all',
    isRecorded: true,
    of: 'konsultasi',
    query: ReadAs,
    answers: [{ status: 200, means: 'The konsultasi.', data: KonsultasiView }],
  },
  'PUT /konsultasi/{id}/terima': {
    ...move,
    name: 'acceptKonsultasi',
    summary: 'Its dokter accepts: `pending` becomes `active`',
    description: `${move.description} A dokter whose SIP has ended cannot accept (403, with a message that says so), but can decline, and go on with what is active until it is completed.`,
    peran: ['dokter'],
  },
  'PUT /konsultasi/{id}/tolak': {
    ...move,
    name: 'rejectKonsultasi',
    summary: 'Its dokter declines: `pending` becomes `rejected`',
    peran: ['dokter'],
    body: { RejectKonsultasi },
    example: { alasan: 'Jadwal saya penuh hari ini' },
  },
  'PUT /konsultasi/{id}/batalkan': {
    ...move,
    name: 'cancelKonsultasi',
    summary: 'Its pasien withdraws: `pending` becomes `cancelled`',
    peran: ['pasien'],
    body: { CancelKonsultasi },
  },
  'PUT /konsultasi/{id}/selesaikan': {
    ...move,
    name: 'completeKonsultasi',
    summary: 'Its dokter completes: `active` becomes `completed`',
    peran: ['dokter'],
    body: { CompleteKonsultasi },
    example: { catatan_penutup: 'Istirahat dan banyak minum' },
  },
  'PUT /konsultasi/{id}/pindah': {
    ...move,
    tag: 'Meja',
    name: 'movePending',
    summary: 'Its pasien lets it wait for another dokter, while it is `pending`',
    description: `${move.description} It keeps its place in time. The dokter as in a booking: 422 on \`dokter_id\`, also for the one that it waits for; 409 where one takes nobody now.`,
    peran: ['pasien'],
    body: { MovePending },
    example: { dokter_id: 'pengguna_01jd93mz0yfn19p7swb9z9t2s1' },
    refuses: ['invalid_transition', 'konsultasi_exists', 'dokter_unavailable', 'rate_limited'],
  },
  'POST /konsultasi/{id}/alih': {
    name: 'proposeAlih',
    tag: 'Meja',
    summary: 'Its dokter proposes that another one goes on, while it is `active`',
    description:
      'With what they need to know: situation, background, assessment, recommendation. The pasien is told, and decides; one proposal waits at a time (409 `invalid_transition`). The dokter as in a booking: unknown, unverified, suspended or oneself is 422 on `dokter_id`, one who takes nobody now 409.',
    peran: ['dokter'],
    of: 'konsultasi',
    body: { ProposeAlih },
    example: {
      dokter_id: 'pengguna_01jd93mz0yfn19p7swb9z9t2s1',
      situasi: 'Ruam menyebar',
      latar: 'Sudah lima hari, setelah obat baru',
      penilaian: 'Mungkin alergi obat',
      saran: 'Periksa kulit dan hentikan obatnya',
    },
    answers: [{ status: 201, means: 'Proposed.', data: AlihView }],
    refuses: ['konsultasi_not_active', 'invalid_transition', 'konsultasi_exists', 'dokter_unavailable', 'rate_limited'],
  },
  'PUT /konsultasi/{id}/alih/setuju': {
    ...move,
    tag: 'Meja',
    name: 'agreeToAlih',
    summary: 'Its pasien agrees that another dokter goes on',
    description: `${move.description} This konsultasi is completed, and a new \`pending\` one with \`lanjutan_dari\` begins at the other dokter (\`alih.konsultasi_id\`), who may read this one: each reading is recorded.`,
    peran: ['pasien'],
    refuses: ['invalid_transition', 'konsultasi_exists', 'dokter_unavailable'],
  },
  'PUT /konsultasi/{id}/alih/tolak': {
    ...move,
    tag: 'Meja',
    name: 'declineAlih',
    summary: 'Its pasien would rather stay; the konsultasi goes on',
    peran: ['pasien'],
  },
  'PUT /konsultasi/{id}/penilaian': {
    name: 'rateKonsultasi',
    tag: 'Meja',
    summary: 'Its pasien rates it, within 14 days of its end',
    description:
      'Again replaces. Before the end and after those days it is 409. The dokter sees the mean of five ratings or more, admins the words.',
    peran: ['pasien'],
    of: 'konsultasi',
    body: { RateKonsultasi },
    example: { bintang: 5, komentar: 'Cepat dan jelas' },
    answers: [{ status: 200, means: 'As it is kept.', data: PenilaianView }],
    refuses: ['invalid_transition'],
  },
  'PUT /konsultasi/{id}/penanda': {
    name: 'markKonsultasi',
    tag: 'Meja',
    summary: 'Its dokter marks it for themselves: pinned, not read, to be reminded, with a note',
    description: 'In any status. Nobody else ever sees it. What is given replaces, what is not stays, null empties.',
    peran: ['dokter'],
    of: 'konsultasi',
    body: { MarkKonsultasi },
    example: { disematkan: true, catatan_pribadi: 'Tanyakan hasil lab' },
    answers: [{ status: 200, means: 'The marks as they are now.', data: PenandaView }],
    refuses: ['rate_limited'],
  },
  'PUT /konsultasi/{id}/mengetik': {
    name: 'showTyping',
    tag,
    summary: 'Show the other side that one is typing',
    description: `Forgotten after ${MENGETIK_MS / 1000} s, or when that person’s pesan arrives: repeat it every few seconds while typing goes on.`,
    peran: PARTICIPANTS,
    of: 'konsultasi',
    withKonsultasi: true,
    answers: [{ status: 204, means: 'Shown.' }],
    refuses: ['konsultasi_not_active', 'rate_limited'],
  },
})
