import { AkunView, KodePemulihanView, RahasiaView, WithKode, WithPassword, WithProof } from '@/lib/contract/akun'
import type { Endpoint } from '@/lib/contract/openapi/endpoint'

const tag = 'Own account'

export const AKUN_SENDIRI: readonly Endpoint[] = [
  {
    id: 'readAkun',
    method: 'get',
    path: '/api/v1/akun',
    tag,
    summary: 'The own account',
    peran: 'all',
    answers: [{ status: 200, means: 'As it is now.', data: AkunView }],
  },
  {
    id: 'prepareSecondFactor',
    method: 'post',
    path: '/api/v1/akun/faktor-kedua',
    tag,
    summary: 'Prepare a second factor (TOTP, RFC 6238: SHA-1, 6 digits, 30 seconds)',
    description:
      'Nothing asks for codes before the first one has come (`PUT`). Preparing again makes another secret. 409 when there is a second factor already. A wrong password is 422 on it, and counts as a failed sign-in.',
    peran: 'all',
    body: { WithPassword },
    answers: [{ status: 201, means: 'The secret, shown this once.', data: RahasiaView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  {
    id: 'activateSecondFactor',
    method: 'put',
    path: '/api/v1/akun/faktor-kedua',
    tag,
    summary: 'Turn the second factor on with its first code',
    description: 'From now on signing in asks for `totp`. A code that does not fit is 422 on it; 409 when none was prepared or one is on.',
    peran: 'all',
    body: { WithKode },
    answers: [{ status: 200, means: 'The recovery codes, shown this once. Each stands in for one code, once.', data: KodePemulihanView }],
    refuses: ['invalid_transition'],
  },
  {
    id: 'turnOffSecondFactor',
    method: 'delete',
    path: '/api/v1/akun/faktor-kedua',
    tag,
    summary: 'Turn the own second factor off',
    description: 'What does not fit is 422 on its field, and counts as a failed sign-in. 409 when there is none.',
    peran: 'all',
    body: { WithProof },
    answers: [{ status: 200, means: 'Signing in asks for the password only.' }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  {
    id: 'renewRecoveryCodes',
    method: 'put',
    path: '/api/v1/akun/faktor-kedua/kode-pemulihan',
    tag,
    summary: 'New recovery codes instead of all from before',
    description: 'What does not fit is 422 on its field, and counts as a failed sign-in. 409 when there is no second factor.',
    peran: 'all',
    body: { WithProof },
    answers: [{ status: 200, means: 'The recovery codes, shown this once.', data: KodePemulihanView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
]
