import { z } from 'zod'
import { PRIVASI_VERSIONS } from '@/lib/domain/privasi'
import { SESI_TOUCH_MS } from '@/lib/domain/sesi'
import { BalasanView } from './balasan-cepat'
import { JadwalView } from './jadwal'
import { email, PenggunaView } from './pengguna'

/** What is typed as a code: of an app, or a recovery code, with whatever spaces. */
const totp = z.string().max(40, 'wrong_code')

/** The password again, before something weighty. */
export const WithPassword = z.object({ password: z.string() })

/** The password again, and a code where the account asks for one. */
export const WithProof = z.object({
  password: z.string(),
  totp: totp
    .nullish()
    .meta({ description: 'Required where the account has a second factor: a code that was not used before, or a recovery code.' }),
})

/** Another address; the letter to it must be followed. */
export const ChangeEmail = z.object({ email, ...WithProof.shape })
export type ChangeEmail = z.output<typeof ChangeEmail>

export const ConfirmEmail = z.object({ token: z.string().max(200, 'confirm_token') })

export const WithKode = z.object({ totp: totp.meta({ description: 'The code that the app shows; spaces do not count.' }) })

/** The secret of a second factor, shown once: as text to type, and as the address that a QR code holds. */
export const RahasiaView = z
  .object({
    rahasia: z.string().meta({ description: 'Base32.' }),
    otpauth: z.string().meta({ description: 'What a QR code for an authenticator app holds.' }),
  })
  .meta({ id: 'RahasiaFaktorKedua' })
export type RahasiaView = z.infer<typeof RahasiaView>

/** Recovery codes, shown once. */
export const KodePemulihanView = z.object({ kode_pemulihan: z.array(z.string()) }).meta({ id: 'KodePemulihan' })
export type KodePemulihanView = z.infer<typeof KodePemulihanView>

/** One's own account. */
export const AkunView = z
  .object({
    pengguna: PenggunaView,
    email_dikonfirmasi: z.boolean(),
    email_baru: z.string().nullable().meta({ description: 'The address that was asked for and not confirmed yet.' }),
    faktor_kedua: z.object({ aktif: z.boolean(), wajib: z.boolean(), kode_tersisa: z.int() }),
  })
  .meta({ id: 'Akun' })
export type AkunView = z.infer<typeof AkunView>

/** One of one's own sessions. */
export const SesiView = z
  .object({
    id: z.string(),
    perangkat: z
      .string()
      .nullable()
      .meta({ description: 'Browser and system in a few words, from when it was opened; null when unknown.' }),
    alamat: z.string().nullable().meta({ description: 'The network address that it was opened from.' }),
    dibuat_pada: z.iso.datetime(),
    terakhir_dipakai: z.iso.datetime().meta({ description: `To within ${SESI_TOUCH_MS / 60_000} minutes.` }),
    berlaku_sampai: z.iso.datetime(),
    ini: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({ id: 'Sesi' })
export type SesiView = z.infer<typeof SesiView>

/** Which version of the privacy notice is agreed to. */
export const GiveConsent = z.object({ persetujuan: z.enum(PRIVASI_VERSIONS) })

/** Consent to one version of the privacy notice, and when it was taken back. */
export const PersetujuanView = z
  .object({ versi: z.string(), diberikan_pada: z.iso.datetime(), ditarik_pada: z.iso.datetime().nullable() })
  .meta({ id: 'Persetujuan' })
export type PersetujuanView = z.infer<typeof PersetujuanView>

/** The file of one's own data; what is in it has the shapes of the calls that show it. */
export const DataSendiriView = z.object({
  dibuat_pada: z.iso.datetime(),
  akun: AkunView,
  persetujuan: z.array(PersetujuanView),
  sesi: z.array(SesiView),
  profil: z.array(z.record(z.string(), z.unknown())),
  balasan_cepat: z.array(BalasanView),
  jadwal: JadwalView.nullable(),
  lampiran: z.array(z.record(z.string(), z.unknown())),
  konsultasi: z.array(z.record(z.string(), z.unknown())),
})
