import { z } from 'zod'
import {
  AuditFilters,
  AuditView,
  CheckRantai,
  JangkauanMeta,
  JangkauanView,
  ListAudit,
  ListPengguna,
  PenggunaAdminView,
  RantaiView,
  ReadJangkauan,
  SetStatusPengguna,
  StatistikView,
  WithAlasan,
} from '@/lib/contract/admin'
import { endpoints } from '@/lib/contract/endpoint'
import { CursorPage } from '@/lib/contract/envelope'
import { DokterVerifikasiView, ListDokterVerifikasi, PenggunaView, VerifyDokter } from '@/lib/contract/pengguna'

const tag = 'Admin'

/** A page of rows, for admin. */
const list = <Query extends z.ZodType, Row extends z.ZodType>(name: string, summary: string, query: Query, row: Row) =>
  ({
    name,
    tag,
    summary,
    peran: ['admin'],
    query,
    answers: [{ status: 200, means: 'A page.', data: z.array(row), pagination: CursorPage }],
  }) as const

export const ADMIN = endpoints({
  'GET /admin/dokter': list(
    'listDokterVerifikasi',
    'Dokter and their verification, who registered last first',
    ListDokterVerifikasi,
    DokterVerifikasiView,
  ),
  'PUT /admin/dokter/{id}/verifikasi': {
    name: 'verifyDokter',
    tag,
    summary: 'Verify a dokter, or refuse or withdraw verification',
    description:
      'Counts from the dokter’s very next request, and is told to them by mail, without the reason. Refusing and withdrawing need `alasan`. After the last day of their SIP (in WIB) a dokter is not found in `GET /dokter`, cannot be booked and cannot accept; what is active they may bring to its end.',
    peran: ['admin'],
    of: 'pengguna',
    body: { VerifyDokter },
    example: { disetujui: false, alasan: 'STR tidak terbaca' },
    answers: [{ status: 200, means: 'The dokter as an admin sees them.', data: DokterVerifikasiView }],
  },
  'GET /admin/pengguna': list('listPengguna', 'All accounts, who registered last first', ListPengguna, PenggunaAdminView),
  'PUT /admin/pengguna/{id}/status': {
    name: 'setStatusPengguna',
    tag,
    summary: 'Suspend an account, or take it back',
    description:
      'Suspending ends every session of theirs at once, and closes their realtime connections; those sessions stay ended when the account comes back. Nobody suspends themselves (403). Where it already is as asked, nothing changes.',
    peran: ['admin'],
    of: 'pengguna',
    body: { SetStatusPengguna },
    example: { aktif: false, alasan: 'Dua orang memakai akun ini' },
    answers: [{ status: 200, means: 'The account as it is now.', data: PenggunaView }],
  },
  'DELETE /admin/pengguna/{id}/sesi': {
    name: 'endSesi',
    tag,
    summary: 'End every session of somebody',
    description:
      'Counts from their very next request; their realtime connections are closed. They may sign in again. The reason is written to the audit log.',
    peran: ['admin'],
    of: 'pengguna',
    body: { WithAlasan },
    example: { alasan: 'Ponselnya hilang' },
    answers: [{ status: 200, means: 'They have no session any more.' }],
  },
  'DELETE /admin/pengguna/{id}/faktor-kedua': {
    name: 'resetFaktorKedua',
    tag,
    summary: 'Take the second factor off an account',
    description:
      'For somebody who lost it and the recovery codes. Every session of theirs ends too. Nobody does so to their own account (403). Where there is none, nothing changes. The reason is written to the audit log.',
    peran: ['admin'],
    of: 'pengguna',
    body: { WithAlasan },
    example: { alasan: 'Ponselnya hilang' },
    answers: [{ status: 200, means: 'The account has no second factor.' }],
  },
  'GET /admin/statistik': {
    name: 'readStatistik',
    tag,
    summary: 'Counts and times for the dashboard',
    description: 'Nothing in it names anybody.',
    peran: ['admin'],
    answers: [{ status: 200, means: 'The numbers.', data: StatistikView }],
  },
  'GET /admin/audit': {
    ...list('listAudit', 'Who did and who read what, newest first', ListAudit, AuditView),
    description:
      'The log only grows. A `konsultasi_id` counts as if it stood in the path: 404 when there is none; an `aktor` or `pengguna` who is nobody is 422.',
    refuses: ['not_found'],
  },
  'GET /admin/audit/csv': {
    name: 'exportAudit',
    tag,
    summary: 'The audit log as a file',
    description:
      'CSV of RFC 4180 in UTF-8 with a byte order mark, newest first, filtered as `GET /admin/audit`. A cell that a spreadsheet would take for a formula begins with an apostrophe. Taking it out is itself written to the log.',
    peran: ['admin'],
    isRecorded: true,
    query: AuditFilters,
    answers: [
      {
        status: 200,
        means: 'The file.',
        bytes: ['text/csv'],
        headers: { 'Content-Disposition': 'An attachment, with its name.' },
      },
    ],
    refuses: ['not_found'],
  },
  'GET /admin/audit/rantai': {
    name: 'checkRantai',
    tag,
    summary: 'Are all rows of the audit log as they were written?',
    description:
      'Computes every hash anew, and ends at the first row that was changed, moved, or whose neighbour is gone. That rows were cut off at the very end, or that the whole log was written anew, shows only beside an earlier `terakhir`: given as `nomor` and `hash`, `masih_ada` says whether it is still in the log. The application’s own log has it once a minute (`audit head`).',
    peran: ['admin'],
    query: CheckRantai,
    answers: [{ status: 200, means: 'What was found.', data: RantaiView }],
  },
  'GET /admin/audit/jangkauan': {
    name: 'readJangkauan',
    tag,
    summary: 'Whose data could somebody have read between two moments?',
    description:
      'For a pasien or dokter each konsultasi of theirs that had begun before `sampai`: one reads one’s own for ever. For an admin each time that they opened one between the two, by the log; they could have opened any other one for a reason, which would then stand here. Names and present statuses, no content.',
    peran: ['admin'],
    query: ReadJangkauan,
    example: { pengguna: 'pengguna_01jd93mz0yfn19p7swb9z9t2s1' },
    answers: [
      { status: 200, means: 'A page, the newest first.', data: z.array(JangkauanView), meta: JangkauanMeta, pagination: CursorPage },
    ],
  },
})
