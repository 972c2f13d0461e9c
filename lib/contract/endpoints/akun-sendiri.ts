import { z } from 'zod'
import {
  AkunView,
  ChangeEmail,
  ConfirmEmail,
  DataSendiriView,
  GiveConsent,
  KodePemulihanView,
  PersetujuanView,
  RahasiaView,
  SesiView,
  WithKode,
  WithPassword,
  WithProof,
} from '@/lib/contract/akun'
import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { ChooseKabar, PilihanKabarView } from '@/lib/contract/kabar'
import { KODE_DIGITS, LANGKAH_SECONDS } from '@/lib/domain/faktor-kedua'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'
import { KONFIRMASI_MS } from '@/lib/domain/sesi'

const DAY_MS = 24 * 60 * 60 * 1000

const tag = 'Own account'

export const AKUN_SENDIRI = endpoints({
  'GET /akun': {
    name: 'readAkun',
    tag,
    summary: 'The own account',
    peran: 'all',
    answers: [{ status: 200, means: 'As it is now.', data: AkunView }],
  },
  'POST /akun/faktor-kedua': {
    name: 'prepareFaktorKedua',
    tag,
    summary: `Prepare a second factor (TOTP, RFC 6238: SHA-1, ${KODE_DIGITS} digits, ${LANGKAH_SECONDS} seconds)`,
    description:
      'Nothing asks for codes before the first one has come (`PUT`). Preparing again makes another secret. 409 when there is a second factor already. A wrong password is 422 on it, and counts as a failed sign-in.',
    peran: 'all',
    beforeFactor: true,
    body: { WithPassword },
    example: { password: 'laut-tenang-81' },
    answers: [{ status: 201, means: 'The secret, shown this once.', data: RahasiaView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  'PUT /akun/faktor-kedua': {
    name: 'activateFaktorKedua',
    tag,
    summary: 'Turn the second factor on with its first code',
    description:
      'From now on signing in asks for `totp`. A code that does not fit is 422 on it, and counts as a failed sign-in; 409 when none was prepared or one is on.',
    peran: 'all',
    beforeFactor: true,
    body: { WithKode },
    example: { totp: '123456' },
    answers: [{ status: 200, means: 'The recovery codes, shown this once. Each stands in for one code, once.', data: KodePemulihanView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  'DELETE /akun/faktor-kedua': {
    name: 'turnOffFaktorKedua',
    tag,
    summary: 'Turn the own second factor off',
    description: 'What does not fit is 422 on its field, and counts as a failed sign-in. 409 when there is none.',
    peran: 'all',
    body: { WithProof },
    example: { password: 'laut-tenang-81', totp: '123456' },
    answers: [{ status: 200, means: 'Signing in asks for the password only.' }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  'PUT /akun/faktor-kedua/kode-pemulihan': {
    name: 'renewRecoveryCodes',
    tag,
    summary: 'New recovery codes instead of all from before',
    description: 'What does not fit is 422 on its field, and counts as a failed sign-in. 409 when there is no second factor.',
    peran: 'all',
    body: { WithProof },
    example: { password: 'laut-tenang-81', totp: '123456' },
    answers: [{ status: 200, means: 'The recovery codes, shown this once.', data: KodePemulihanView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  'GET /akun/sesi': {
    name: 'listOwnSesi',
    tag,
    summary: 'The own sessions',
    description: 'Not paged; the one last used comes first.',
    peran: 'all',
    answers: [{ status: 200, means: 'Those that live.', data: z.array(SesiView) }],
  },
  'DELETE /akun/sesi': {
    name: 'endOtherOwnSesi',
    tag,
    summary: 'End all own sessions but this one',
    description: 'At once; what they listen to falls silent.',
    peran: 'all',
    answers: [{ status: 200, means: 'Only this one is left.' }],
  },
  'DELETE /akun/sesi/{id}': {
    name: 'endOwnSesi',
    tag,
    summary: 'End one of the own sessions',
    description: 'Also this one. Somebody else’s is 404.',
    peran: 'all',
    of: 'sesi',
    answers: [{ status: 200, means: 'It has ended.' }],
  },
  'PUT /akun/email': {
    name: 'changeEmail',
    tag,
    summary: 'Ask for another e-mail address',
    description:
      'It changes when the letter to it is followed; whether somebody else has it is told only then. What does not fit is 422 on its field. Five letters an hour.',
    peran: 'all',
    body: { ChangeEmail },
    example: { email: 'sari.baru@example.com', password: 'laut-tenang-81' },
    answers: [{ status: 200, means: 'A letter is on its way to the new address.' }],
    refuses: ['rate_limited'],
  },
  'POST /akun/email/konfirmasi': {
    name: 'askToConfirmEmail',
    tag,
    summary: 'Another letter that confirms the own address',
    description: 'Where it is confirmed already, nothing happens. Five letters an hour.',
    peran: 'all',
    answers: [{ status: 200, means: 'A letter is on its way.' }],
    refuses: ['rate_limited'],
  },
  'POST /auth/konfirmasi-email': {
    name: 'confirmEmail',
    tag,
    summary: 'Confirm an e-mail address by the token of a letter',
    description: `A token works once, for ${KONFIRMASI_MS / DAY_MS} days, and until the next letter; else it is 422 on \`token\`. A new address replaces the old one, which is told.`,
    peran: 'anyone',
    body: { ConfirmEmail },
    example: { token: 'dari-alamat-di-surat' },
    answers: [{ status: 200, means: 'Confirmed.' }],
    refuses: ['email_taken'],
  },
  'GET /akun/kabar': {
    name: 'readPilihanKabar',
    tag,
    summary: 'How one is told of what',
    description:
      '`pesan`: new pesan. `pengajuan`: a booking that waits for its dokter. `konsultasi`: what became of the konsultasi of a pasien. Letters about the account itself always come.',
    peran: 'all',
    answers: [{ status: 200, means: 'What there is to choose in one’s role; an admin has nothing.', data: PilihanKabarView }],
  },
  'PUT /akun/kabar': {
    name: 'chooseKabar',
    tag,
    summary: 'Choose how one is told of what, and in which language',
    description: 'What is left out stays as it is. What one’s role is not told of is 422 on `pilihan`.',
    peran: 'all',
    body: { ChooseKabar },
    example: { bahasa: 'id' },
    answers: [{ status: 200, means: 'As it is now.', data: PilihanKabarView }],
  },
  'GET /akun/persetujuan': {
    name: 'listConsent',
    tag,
    summary: 'What one agreed to',
    peran: 'all',
    answers: [{ status: 200, means: 'The newest first, with what was taken back.', data: z.array(PersetujuanView) }],
  },
  'PUT /akun/persetujuan': {
    name: 'giveConsent',
    tag,
    summary: 'Agree to the privacy notice',
    peran: 'all',
    body: { GiveConsent },
    example: { persetujuan: PRIVASI_VERSI },
    answers: [{ status: 200, means: 'As it is now.', data: z.array(PersetujuanView) }],
  },
  'DELETE /akun/persetujuan': {
    name: 'withdrawConsent',
    tag,
    summary: 'Take consent back',
    description: 'It is written down; the medical record stays, as the law asks.',
    peran: 'all',
    answers: [{ status: 200, means: 'As it is now.', data: z.array(PersetujuanView) }],
  },
  'GET /akun/data': {
    name: 'exportAkun',
    tag,
    summary: 'The own data as a file',
    description:
      'Account, sessions, consent, uploads, and the own konsultasi with their pesan, reactions and which admins read them; of an admin no konsultasi.',
    peran: 'all',
    answers: [{ status: 200, means: 'A JSON file.', bare: DataSendiriView, headers: { 'Content-Disposition': 'A browser saves it.' } }],
  },
  'DELETE /akun': {
    name: 'closeAkun',
    tag,
    summary: 'Close the own account for good',
    description:
      'Address, password, second factor, sessions and push subscriptions go; the medical record stays, with the name. 409 while a konsultasi is pending or active. What does not fit is 422 on its field. An admin’s account is suspended by another admin instead.',
    peran: PARTICIPANTS,
    body: { WithProof },
    example: { password: 'laut-tenang-81' },
    answers: [
      {
        status: 200,
        means: 'It is closed, and every session has ended.',
        headers: { 'Clear-Site-Data': 'A browser forgets caches and storage.', 'Set-Cookie': 'A browser forgets its cookie.' },
      },
    ],
    refuses: ['invalid_transition', 'rate_limited'],
  },
})
