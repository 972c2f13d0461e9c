import { z } from 'zod'
import { endpoints } from '@/lib/contract/endpoint'
import { CursorPage } from '@/lib/contract/envelope'
import { ReadAs } from '@/lib/contract/pesan'
import { AddProfil, EditProfil, ListPembaca, ListProfil, ListRiwayat, PembacaView, ProfilView, RiwayatView } from '@/lib/contract/profil'
import { PROFIL_MAX } from '@/lib/domain/profil'

const tag = 'Profil'

export const PROFIL = endpoints({
  'GET /profil': {
    name: 'listProfil',
    tag,
    summary: 'Own profil: `diri` first, then by name',
    description: 'Who is treated: oneself (`diri`, made with the account), a child, a parent. Not paged.',
    peran: ['pasien'],
    query: ListProfil,
    answers: [{ status: 200, means: 'All of them.', data: z.array(ProfilView) }],
  },
  'POST /profil': {
    name: 'addProfil',
    tag,
    summary: 'Add a profil for somebody of the family',
    description: `Up to ${PROFIL_MAX} that are not archived, \`diri\` included. There is one \`diri\` already: 422 on \`hubungan\`.`,
    peran: ['pasien'],
    body: { AddProfil },
    example: {
      hubungan: 'anak',
      nama: 'Ani',
      tanggal_lahir: '2022-03-14',
      jenis_kelamin: 'P',
      alergi: [{ zat: 'amoksisilin', reaksi: 'ruam' }],
    },
    answers: [{ status: 201, means: 'Added.', data: ProfilView }],
    refuses: ['too_many_profil', 'rate_limited'],
  },
  'PUT /profil/{id}': {
    name: 'editProfil',
    tag,
    summary: 'Change a profil',
    description:
      'What is given replaces, what is not stays, null empties; another `hubungan` for `diri` is ignored. An archived one cannot be changed (404). What a konsultasi kept of it at booking and at its end stays as it was.',
    peran: ['pasien'],
    of: 'profil',
    body: { EditProfil },
    example: { berat_kg: 14.5, alergi: [] },
    answers: [{ status: 200, means: 'As it is now.', data: ProfilView }],
    refuses: ['rate_limited'],
  },
  'DELETE /profil/{id}': {
    name: 'archiveProfil',
    tag,
    summary: 'Archive a profil',
    description: 'It is kept with its konsultasi, and nobody can be booked for with it. Once: a second time is 404.',
    peran: ['pasien'],
    of: 'profil',
    answers: [{ status: 200, means: 'Archived.', data: ProfilView }],
    refuses: ['profil_in_use', 'rate_limited'],
  },
  'GET /profil/{id}/pembaca': {
    name: 'listPembaca',
    tag,
    summary: 'Who read what of a profil, newest first',
    description: 'Everybody but its owner and the dokter of the konsultasi that was read.',
    peran: ['pasien'],
    of: 'profil',
    query: ListPembaca,
    answers: [{ status: 200, means: 'A page.', data: z.array(PembacaView), pagination: CursorPage }],
  },
  'GET /konsultasi/{id}/profil': {
    name: 'readProfilOfKonsultasi',
    tag,
    summary: 'The profil of a konsultasi',
    description:
      'As it is while the konsultasi is `pending` or `active`, afterwards as it was at its end. For its participants and admin; what an admin reads is written to the audit log.',
    peran: 'all',
    isRecorded: true,
    of: 'konsultasi',
    query: ReadAs,
    answers: [{ status: 200, means: 'The profil.', data: ProfilView }],
  },
  'GET /konsultasi/{id}/riwayat': {
    name: 'listRiwayat',
    tag,
    summary: 'What was before, of the same profil',
    description:
      'For its dokter, while the konsultasi is `pending` or `active` and only where the booking said `bagikan_riwayat: true`, else 403. Earlier completed konsultasi with what came out of them, never their pesan; newest first. Each reading is written to the audit log and shown to the owner.',
    peran: ['dokter'],
    of: 'konsultasi',
    query: ListRiwayat,
    answers: [{ status: 200, means: 'A page.', data: z.array(RiwayatView), pagination: CursorPage }],
  },
})
