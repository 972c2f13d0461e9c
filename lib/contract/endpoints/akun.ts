import { z } from 'zod'
import { endpoints } from '@/lib/contract/endpoint'
import { JadwalView, SetJadwal } from '@/lib/contract/jadwal'
import {
  AskForReset,
  ChangePassword,
  DokterView,
  PenggunaView,
  RegisterPengguna,
  ResetPassword,
  SearchDokter,
  SessionView,
  SetKetersediaan,
  SignIn,
} from '@/lib/contract/pengguna'
import { ATUR_ULANG_MS, SESI_ABSOLUTE_MS, SESI_IDLE_MS } from '@/lib/domain/sesi'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const tag = 'Accounts'
const WithPengguna = z.object({ pengguna: PenggunaView })

export const AKUN = endpoints({
  'POST /auth/register': {
    name: 'registerPengguna',
    tag,
    summary: 'Register as pasien or dokter',
    description: 'A dokter starts unverified. Nobody can register as admin. Registering does not sign in.',
    peran: 'anyone',
    body: { RegisterPengguna },
    example: { nama: 'Sari Wulandari', email: 'sari@example.com', password: 'laut-tenang-81', peran: 'pasien' },
    answers: [{ status: 201, means: 'The new account.', data: WithPengguna }],
    refuses: ['email_taken', 'rate_limited'],
  },
  'POST /auth/login': {
    name: 'signIn',
    tag,
    summary: 'Sign in and get a bearer token',
    description: `Wrong e-mail, wrong password and suspended account are one answer, in the same time. Failures count for each account through both doors (this one and the browsers’): after too many the right password is refused with 429 too, other accounts at that address are not. Where the account has a second factor, the right password alone is 401 \`totp_required\`, and so is a code that does not fit or was used before, which counts as a failure. A token ends after ${SESI_IDLE_MS / DAY_MS} days without use, and after ${SESI_ABSOLUTE_MS / DAY_MS} days in any case.`,
    peran: 'anyone',
    body: { SignIn },
    example: { email: 'sari@example.com', password: 'laut-tenang-81' },
    answers: [{ status: 200, means: 'A session. `token` is shown this once.', data: SessionView }],
    refuses: ['unauthenticated', 'totp_required', 'rate_limited'],
  },
  'PUT /auth/password': {
    name: 'changePassword',
    tag,
    summary: 'Change the own password',
    description: 'All other sessions end. A wrong `lama` is 422 on it, and counts as a failed sign-in.',
    peran: 'all',
    beforeFactor: true,
    body: { ChangePassword },
    example: { lama: 'laut-tenang-81', baru: 'bukit-hijau-27' },
    answers: [{ status: 200, means: 'Changed.' }],
    refuses: ['rate_limited'],
  },
  'POST /auth/lupa-sandi': {
    name: 'askForReset',
    tag,
    summary: 'Ask for a letter that replaces a forgotten password',
    description:
      'The answer and its time are the same whether or not there is such an account. Three letters an hour for each address, with or without an account, then 429.',
    peran: 'anyone',
    body: { AskForReset },
    example: { email: 'sari@example.com' },
    answers: [{ status: 200, means: 'If there is such an account, a letter is on its way.' }],
    refuses: ['rate_limited'],
  },
  'POST /auth/atur-ulang-sandi': {
    name: 'resetPassword',
    tag,
    summary: 'Replace a forgotten password by the token of a letter',
    description: `A token works once, for ${ATUR_ULANG_MS / MINUTE_MS} minutes, and until the next letter; else it is 422 on \`token\`. Every session of the account ends.`,
    peran: 'anyone',
    body: { ResetPassword },
    example: { token: 'dari-alamat-di-surat', baru: 'bukit-hijau-27' },
    answers: [{ status: 200, means: 'Changed.' }],
  },
  'GET /auth/me': {
    name: 'readSession',
    tag,
    summary: 'Who am I',
    peran: 'all',
    beforeFactor: true,
    answers: [{ status: 200, means: 'Whoever asks.', data: WithPengguna }],
  },
  'POST /auth/logout': {
    name: 'signOut',
    tag,
    summary: 'End this session',
    peran: 'all',
    beforeFactor: true,
    answers: [
      {
        status: 200,
        means: 'The session has ended.',
        headers: { 'Clear-Site-Data': 'A browser forgets caches and storage.', 'Set-Cookie': 'A browser forgets its cookie.' },
      },
    ],
  },
  'GET /dokter': {
    name: 'searchDokter',
    tag,
    summary: 'Verified, active dokter',
    description: 'Not paged; those who are available come first.',
    peran: 'all',
    query: SearchDokter,
    answers: [{ status: 200, means: 'Those who fit.', data: z.array(DokterView) }],
  },
  'PUT /dokter/saya/ketersediaan': {
    name: 'setKetersediaan',
    tag,
    summary: 'Take new konsultasi, or none for now',
    description: 'For a verified dokter.',
    peran: ['dokter'],
    body: { SetKetersediaan },
    example: { tersedia: true },
    answers: [{ status: 200, means: 'As it is now.', data: SetKetersediaan }],
  },
  'GET /dokter/saya/jadwal': {
    name: 'readJadwal',
    tag: 'Meja',
    summary: 'One’s own hours',
    peran: ['dokter'],
    answers: [{ status: 200, means: 'As they are; without any, every hour is one.', data: JadwalView }],
  },
  'PUT /dokter/saya/jadwal': {
    name: 'setJadwal',
    tag: 'Meja',
    summary: 'Say one’s hours anew, the whole of them',
    description:
      'Weekly hours, holidays, and how many at once, beside the switch. They count from the next booking on; what is under way stays.',
    peran: ['dokter'],
    body: { SetJadwal },
    example: { zona: 'WITA', mingguan: [{ hari: 1, mulai: '08:00', selesai: '12:00' }], libur: [], maks_aktif: 30 },
    answers: [{ status: 200, means: 'As they are now.', data: JadwalView }],
  },
})
