import { z } from 'zod'
import { AuditView, ListAudit, ListPengguna, PenggunaAdminView, SetStatusPengguna, StatistikView, WithAlasan } from '@/lib/contract/admin'
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
      'The log only grows. A `konsultasi_id` counts as if it stood in the path: 404 when there is none; an `aktor` who is nobody is 422.',
    refuses: ['not_found'],
  },
]
