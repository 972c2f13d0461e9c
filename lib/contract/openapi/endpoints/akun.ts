import { z } from 'zod'
import type { Endpoint } from '@/lib/contract/openapi/endpoint'
import {
  ChangePassword,
  DokterView,
  PenggunaView,
  RegisterPengguna,
  SearchDokter,
  SessionView,
  SetKetersediaan,
  SignIn,
} from '@/lib/contract/pengguna'

const tag = 'Accounts'
const WithPengguna = z.object({ pengguna: PenggunaView })

export const AKUN: readonly Endpoint[] = [
  {
    id: 'registerPengguna',
    method: 'post',
    path: '/api/v1/auth/register',
    tag,
    summary: 'Register as pasien or dokter',
    description: 'A dokter starts unverified. Nobody can register as admin. Registering does not sign in.',
    peran: 'anyone',
    body: { RegisterPengguna },
    answers: [{ status: 201, means: 'The new account.', data: WithPengguna }],
    refuses: ['email_taken'],
  },
  {
    id: 'signIn',
    method: 'post',
    path: '/api/v1/auth/login',
    tag,
    summary: 'Sign in and get a bearer token',
    description:
      'Wrong e-mail, wrong password and suspended account are one answer, in the same time. Failures count for each account through both doors (this one and the browsers’): after too many the right password is refused with 429 too, other accounts at that address are not. A token ends after 7 days without use, and after 30 days in any case.',
    peran: 'anyone',
    body: { SignIn },
    answers: [{ status: 200, means: 'A session. `token` is shown this once.', data: SessionView }],
    refuses: ['unauthenticated', 'totp_required', 'rate_limited'],
  },
  {
    id: 'changePassword',
    method: 'put',
    path: '/api/v1/auth/password',
    tag,
    summary: 'Change the own password',
    description: 'All other sessions end. A wrong `lama` is 422 on it, and counts as a failed sign-in.',
    peran: 'all',
    body: { ChangePassword },
    answers: [{ status: 200, means: 'Changed.' }],
    refuses: ['rate_limited'],
  },
  {
    id: 'readSession',
    method: 'get',
    path: '/api/v1/auth/me',
    tag,
    summary: 'Who am I',
    peran: 'all',
    answers: [{ status: 200, means: 'Whoever asks.', data: WithPengguna }],
  },
  {
    id: 'signOut',
    method: 'post',
    path: '/api/v1/auth/logout',
    tag,
    summary: 'End this session',
    peran: 'all',
    answers: [
      {
        status: 200,
        means: 'The session has ended.',
        headers: { 'Clear-Site-Data': 'A browser forgets caches and storage.', 'Set-Cookie': 'A browser forgets its cookie.' },
      },
    ],
  },
  {
    id: 'searchDokter',
    method: 'get',
    path: '/api/v1/dokter',
    tag,
    summary: 'Verified, active dokter',
    description: 'Not paged; those who are available come first.',
    peran: 'all',
    query: SearchDokter,
    answers: [{ status: 200, means: 'Those who fit.', data: z.array(DokterView) }],
  },
  {
    id: 'setKetersediaan',
    method: 'put',
    path: '/api/v1/dokter/saya/ketersediaan',
    tag,
    summary: 'Take new konsultasi, or none for now',
    description: 'For a verified dokter.',
    peran: ['dokter'],
    body: { SetKetersediaan },
    answers: [{ status: 200, means: 'As it is now.', data: SetKetersediaan }],
  },
]
