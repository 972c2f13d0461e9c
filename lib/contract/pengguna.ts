import { z } from 'zod'
import { EMAIL, emailOf } from '@/lib/domain/email'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { pretends } from '@/lib/domain/nama'
import { EMAIL_MAX, KATA_SANDI_MAX, KATA_SANDI_MIN, NAMA_MAX, NOMOR_MAX, PERAN, STATUS_VERIFIKASI } from '@/lib/domain/pengguna'
import { PRIVASI_VERSIONS } from '@/lib/domain/privasi'
import { SIP_SEGERA_DAYS, STATUS_SIP } from '@/lib/domain/sip'
import { isPlainText, lengthOf } from '@/lib/domain/text'
import { day, line, perPage, text, timeCursor } from './fields'

export const email = z
  .string()
  .overwrite(emailOf)
  .max(EMAIL_MAX, 'email')
  .pipe(z.email({ pattern: EMAIL, error: 'email' }))

/** A new password: long enough, kept exactly as typed. The list of common ones is too long for a browser: `lib/auth/common-passwords.ts`. */
const kataSandi = z
  .string()
  .superRefine((value, ctx) => {
    const refuse = (message: string, params = {}) => ctx.addIssue({ code: 'custom', message, params })
    const length = lengthOf(value)
    if (!isPlainText(value)) refuse('not_text')
    else if (length < KATA_SANDI_MIN) refuse('too_short', { min: KATA_SANDI_MIN })
    else if (length > KATA_SANDI_MAX) refuse('too_long', { max: KATA_SANDI_MAX })
  })
  .meta({ minLength: KATA_SANDI_MIN, maxLength: KATA_SANDI_MAX })

/** A check that speaks even when other fields are wrong too, so that a form hears everything at once. */
const always = { when: () => true }

const ofDokter = ['spesialisasi', 'nomor_str', 'nomor_sip'] as const

/** A name that somebody gives themselves. Names that are kept already need not be one. */
const namaOrang = line(1, NAMA_MAX).refine((nama) => !pretends(nama), 'nama')

const RegisterFields = z.object({
  nama: namaOrang,
  email,
  password: kataSandi.meta({ description: 'No composition rules; common ones are refused.' }),
  peran: z.enum(['pasien', 'dokter']),
  spesialisasi: line(0, NAMA_MAX).optional().meta({ description: 'Required from a dokter.' }),
  nomor_str: line(0, NOMOR_MAX).optional().meta({ description: 'Required from a dokter.' }),
  nomor_sip: line(0, NOMOR_MAX).optional().meta({ description: 'Required from a dokter.' }),
  persetujuan: z
    .enum(PRIVASI_VERSIONS)
    .optional()
    .meta({ description: 'The version of the privacy notice (`/privasi`) that was read and agreed to.' }),
  sip_berlaku_sampai: day.optional().meta({ description: 'The last day, in WIB, on which the SIP is valid. Left out: not known.' }),
})

/** What a form or a client sends to register: a dokter must say who may check them, and nobody can register as admin. */
export const RegisterPengguna = ofDokter.reduce(
  (fields, name) =>
    fields.refine((given) => given?.peran !== 'dokter' || isGiven(given[name]), { path: [name], message: 'required', ...always }),
  RegisterFields,
)

/** Looks at raw input, because these checks run also when other fields are wrong; a wrong type is told by the field itself. */
const isGiven = (value: unknown) => value !== undefined && !(typeof value === 'string' && value.trim() === '')
export type RegisterPengguna = z.output<typeof RegisterPengguna>

/** Any two strings may be tried; whether they fit is told in the same time and words for every reason. */
export const SignIn = z.object({
  email: z.string(),
  password: z.string(),
  totp: z.string().nullish().meta({
    description:
      'The code of the second factor, where the account has one, or a recovery code; spaces do not count. Each code counts once.',
  }),
})

export const ChangePassword = z.object({
  lama: z.string().meta({ description: 'The present password.' }),
  baru: kataSandi.meta({ description: 'No composition rules; common ones are refused.' }),
})

export const AskForReset = z.object({ email })

export const ResetPassword = z.object({ token: z.string().max(200, 'reset_token'), baru: kataSandi })

export const PenggunaView = z
  .object({
    id: z.string(),
    nama: z.string(),
    email: z.string().optional().meta({ description: 'To its owner and to admin only.' }),
    peran: z.enum(PERAN),
    aktif: z.boolean().meta({ description: 'False while the account is suspended.' }),
    terverifikasi: z.boolean().meta({ description: 'Only a dokter can be unverified.' }),
  })
  .meta({ id: 'Pengguna' })
export type PenggunaView = z.infer<typeof PenggunaView>

export const SessionView = z.object({
  token: z.string(),
  token_type: z.literal('Bearer'),
  berlaku_sampai: z.iso.datetime(),
  pengguna: PenggunaView,
})
export type SessionView = z.infer<typeof SessionView>

export const SearchDokter = z.object({ q: z.string().max(200, 'too_long').optional(), spesialisasi: z.string().max(200).optional() })
export type SearchDokter = z.infer<typeof SearchDokter>

export const DokterView = z
  .object({
    id: z.string(),
    nama: z.string(),
    spesialisasi: z.string(),
    tersedia: z.boolean().meta({
      description: 'Takes a new konsultasi now: switched on, within hours, no holiday, fewer than `maks_aktif` pending and active.',
    }),
    buka_pada: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When their hours begin again; null within them, without any, and while they are switched off.' }),
    antrean: z.int().meta({ description: 'How many wait for them to accept.' }),
    biasa_menjawab_menit: z
      .int()
      .nullable()
      .meta({ description: 'How soon they accepted in the last 30 days, at the median, in minutes begun; null below 10 answers.' }),
    nilai: z
      .object({ rata: z.number(), jumlah: z.int() })
      .nullable()
      .meta({ description: 'The mean of the stars that they were given, to one decimal; null below 5.' }),
  })
  .meta({ id: 'Dokter' })
export type DokterView = z.infer<typeof DokterView>

export const SetKetersediaan = z.object({ tersedia: z.boolean() })

export const ListDokterVerifikasi = z.object({
  status: z.enum(STATUS_VERIFIKASI).optional(),
  sip: z.enum(STATUS_SIP).optional(),
  per_page: perPage,
  cursor: timeCursor,
})
export type ListDokterVerifikasi = z.infer<typeof ListDokterVerifikasi>

/** A `sip_berlaku_sampai` that is missing stays as it is; null means that it is not known. */
export const VerifyDokter = z.object({
  disetujui: z.boolean(),
  alasan: text(0, ALASAN_MAX).nullish().meta({ description: 'Required when `disetujui` is false.' }),
  sip_berlaku_sampai: day
    .nullish()
    .meta({ description: 'The last day, in WIB, on which the SIP is valid. Left out: stays as it is; null: not known.' }),
})
export type VerifyDokter = z.infer<typeof VerifyDokter>

/** A dokter as the admin who verifies sees one. */
export const DokterVerifikasiView = z
  .object({
    ...PenggunaView.shape,
    spesialisasi: z.string(),
    nomor_str: z.string(),
    nomor_sip: z.string(),
    /** Other dokter whose name looks like this one's: the admin makes sure who this is. */
    nama_mirip: z.array(z.object({ id: z.string(), nama: z.string() })).meta({
      description: 'Other dokter whose name looks like this one’s (accents, letters of other scripts, titles left out); at most 5.',
    }),
    sip_berlaku_sampai: z.iso
      .date()
      .nullable()
      .meta({ description: 'The last day, in WIB, on which the SIP is valid; null when it is not known, which counts as valid.' }),
    status_sip: z.enum(STATUS_SIP).meta({ description: `\`segera\`: it ends within ${SIP_SEGERA_DAYS} days; \`habis\`: it has ended.` }),
    status: z.enum(STATUS_VERIFIKASI),
    alasan: z.string().nullable(),
    diverifikasi_pada: z.iso.datetime().nullable(),
    dibuat_pada: z.iso.datetime(),
  })
  .meta({ id: 'DokterVerifikasi' })
export type DokterVerifikasiView = z.infer<typeof DokterVerifikasiView>
