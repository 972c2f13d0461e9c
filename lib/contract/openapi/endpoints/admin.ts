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
import type { Endpoint } from '@/lib/contract/openapi/endpoint'
import { CursorPage } from '@/lib/contract/openapi/pagination'
import { DokterVerifikasiView, ListDokterVerifikasi, PenggunaView, VerifyDokter } from '@/lib/contract/pengguna'

const tag = 'Admin'
const ofPengguna = { id: ['pengguna'] } as const

const list = (id: string, path: string, summary: string, query: z.ZodType, row: z.ZodType): Endpoint => ({
  id,
  method: 'get',
  path: `/api/v1/admin/${path}`,
  tag,
  summary,
  peran: ['admin'],
  query,
  answers: [{ status: 200, means: 'A page.', data: z.array(row), pagination: CursorPage }],
})

export const ADMIN: readonly Endpoint[] = [
  list(
    'listDokterVerifikasi',
    'dokter',
    'Dokter and their verification, who registered last first',
    ListDokterVerifikasi,
    DokterVerifikasiView,
  ),
  {
    id: 'verifyDokter',
    method: 'put',
    path: '/api/v1/admin/dokter/{id}/verifikasi',
    tag,
    summary: 'Verify a dokter, or refuse or withdraw verification',
    description:
      'Counts from the dokter’s very next request, and is told to them by mail, without the reason. Refusing and withdrawing need `alasan`. After the last day of their SIP (in WIB) a dokter is not found in `GET /dokter`, cannot be booked and cannot accept; what is active they may bring to its end.',
    peran: ['admin'],
    ids: ofPengguna,
    body: { VerifyDokter },
    answers: [{ status: 200, means: 'The dokter as an admin sees them.', data: DokterVerifikasiView }],
  },
  list('listPengguna', 'pengguna', 'All accounts, who registered last first', ListPengguna, PenggunaAdminView),
  {
    id: 'setStatusPengguna',
    method: 'put',
    path: '/api/v1/admin/pengguna/{id}/status',
    tag,
    summary: 'Suspend an account, or take it back',
    description:
      'Suspending ends every session of theirs at once, and closes their realtime connections; those sessions stay ended when the account comes back. Nobody suspends themselves (403). Where it already is as asked, nothing changes.',
    peran: ['admin'],
    ids: ofPengguna,
    body: { SetStatusPengguna },
    answers: [{ status: 200, means: 'The account as it is now.', data: PenggunaView }],
  },
  {
    id: 'endSesi',
    method: 'delete',
    path: '/api/v1/admin/pengguna/{id}/sesi',
    tag,
    summary: 'End every session of somebody',
    description:
      'Counts from their very next request; their realtime connections are closed. They may sign in again. The reason is written to the audit log.',
    peran: ['admin'],
    ids: ofPengguna,
    body: { WithAlasan },
    answers: [{ status: 200, means: 'They have no session any more.' }],
  },
  {
    id: 'resetSecondFactor',
    method: 'delete',
    path: '/api/v1/admin/pengguna/{id}/faktor-kedua',
    tag,
    summary: 'Take the second factor off an account',
    description:
      'For somebody who lost it and the recovery codes. Every session of theirs ends too. Nobody does so to their own account (403). Where there is none, nothing changes. The reason is written to the audit log.',
    peran: ['admin'],
    ids: ofPengguna,
    body: { WithAlasan },
    answers: [{ status: 200, means: 'The account has no second factor.' }],
  },
  {
    id: 'readStatistik',
    method: 'get',
    path: '/api/v1/admin/statistik',
    tag,
    summary: 'Counts and times for the dashboard',
    description: 'Nothing in it names anybody.',
    peran: ['admin'],
    answers: [{ status: 200, means: 'The numbers.', data: StatistikView }],
  },
  {
    ...list('listAudit', 'audit', 'Who did and who read what, newest first', ListAudit, AuditView),
    description:
      'The log only grows. A `konsultasi_id` counts as if it stood in the path: 404 when there is none; an `aktor` or `pengguna` who is nobody is 422.',
    refuses: ['not_found'],
  },
  {
    id: 'exportAudit',
    method: 'get',
    path: '/api/v1/admin/audit/csv',
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
  {
    id: 'checkRantai',
    method: 'get',
    path: '/api/v1/admin/audit/rantai',
    tag,
    summary: 'Are all rows of the audit log as they were written?',
    description:
      'Computes every hash anew, and ends at the first row that was changed, moved, or whose neighbour is gone. That rows were cut off at the very end, or that the whole log was written anew, shows only beside an earlier `terakhir`: given as `nomor` and `hash`, `masih_ada` says whether it is still in the log. The application’s own log has it once a minute (`audit head`).',
    peran: ['admin'],
    query: CheckRantai,
    answers: [{ status: 200, means: 'What was found.', data: RantaiView }],
  },
  {
    id: 'readJangkauan',
    method: 'get',
    path: '/api/v1/admin/audit/jangkauan',
    tag,
    summary: 'Whose data could somebody have read between two moments?',
    description:
      'For a pasien or dokter each konsultasi of theirs that had begun before `sampai`: one reads one’s own for ever. For an admin each time that they opened one between the two, by the log; they could have opened any other one for a reason, which would then stand here. Names and present statuses, no content.',
    peran: ['admin'],
    query: ReadJangkauan,
    answers: [
      { status: 200, means: 'A page, the newest first.', data: z.array(JangkauanView), meta: JangkauanMeta, pagination: CursorPage },
    ],
  },
]
