import { pdf } from '@/e2e/berkas/dokumen'
import { type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { Device } from '@/e2e/push/device'
import { formOf } from '@/e2e/unggah'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'

/** The columns: nobody, a pasien and a dokter who are strangers to the konsultasi, a dokter who waits to be verified, an admin. */
export const COLUMNS = ['nobody', 'pasien', 'dokter', 'unverified', 'admin'] as const
type Statuses = readonly [number, number, number, number, number]

export interface Scene {
  readonly k: Konsultasi
  readonly pesan: PesanView
  readonly waiting: Person
  /** Of the pesan. */
  readonly lampiran: LampiranView
}
export type Row = readonly [call: string, statuses: Statuses, request?: (scene: Scene) => { json?: unknown; raw?: BodyInit }]

const EVERYBODY: Statuses = [200, 200, 200, 200, 200]
const SIGNED_IN: Statuses = [401, 200, 200, 200, 200]
const SIGNED_IN_PAGE: Statuses = [307, 200, 200, 200, 200]
const READERS: Statuses = [401, 403, 403, 403, 200]
const PARTICIPANTS: Statuses = [401, 403, 403, 403, 403]
const ADMINS: Statuses = [401, 403, 403, 403, 200]

/** Every call of the API on what belongs to other people, each with a body that would be accepted from them. */
export const API: readonly Row[] = [
  ['GET /api/live', EVERYBODY],
  ['GET /api/ready', EVERYBODY],
  // The system with realtime has a token for them; nobody's session is one.
  ['GET /api/metrics', [401, 401, 401, 401, 401]],
  ['GET /api/v1/openapi.json', EVERYBODY],
  ['POST /api/v1/auth/register', [422, 422, 422, 422, 422], () => ({ json: {} })],
  [
    'POST /api/v1/auth/login',
    [401, 401, 401, 401, 401],
    () => ({ json: { email: `${mark()}@uji.test`, password: 'bukan-sandi-siapa-pun' } }),
  ],
  ['POST /api/v1/auth/lupa-sandi', EVERYBODY, () => ({ json: { email: `${mark()}@uji.test` } })],
  ['POST /api/v1/auth/atur-ulang-sandi', [422, 422, 422, 422, 422], () => ({ json: { token: 'bukan-token', baru: 'laut-tenang-81' } })],
  ['GET /api/v1/auth/me', SIGNED_IN],
  ['PUT /api/v1/auth/password', [401, 422, 422, 422, 422], () => ({ json: { lama: 'bukan-yang-ini', baru: 'laut-tenang-81' } })],
  ['GET /api/v1/akun', SIGNED_IN],
  // Of people without a second factor, whose password this is not.
  ['POST /api/v1/akun/faktor-kedua', [401, 422, 422, 422, 422], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/faktor-kedua', [401, 409, 409, 409, 409], () => ({ json: { totp: '123456' } })],
  ['DELETE /api/v1/akun/faktor-kedua', [401, 409, 409, 409, 409], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/faktor-kedua/kode-pemulihan', [401, 409, 409, 409, 409], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/email', [401, 422, 422, 422, 422], () => ({ json: { email: `${mark()}@uji.test`, password: 'bukan-yang-ini' } })],
  ['POST /api/v1/akun/email/konfirmasi', SIGNED_IN],
  ['POST /api/v1/auth/konfirmasi-email', [422, 422, 422, 422, 422], () => ({ json: { token: 'bukan-token' } })],
  ['DELETE /api/v1/akun', [401, 422, 422, 422, 403], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['GET /api/v1/akun/data', SIGNED_IN],
  ['GET /api/v1/akun/persetujuan', SIGNED_IN],
  ['PUT /api/v1/akun/persetujuan', SIGNED_IN, () => ({ json: { persetujuan: PRIVASI_VERSI } })],
  ['DELETE /api/v1/akun/persetujuan', SIGNED_IN],
  ['GET /api/v1/akun/kabar', SIGNED_IN],
  ['PUT /api/v1/akun/kabar', SIGNED_IN, () => ({ json: { bahasa: 'id' } })],
  ['GET /api/v1/akun/sesi', SIGNED_IN],
  ['DELETE /api/v1/akun/sesi', SIGNED_IN],
  ['DELETE /api/v1/akun/sesi/[id]', [401, 404, 404, 404, 404]],
  ['GET /api/v1/dokter', SIGNED_IN],
  ['PUT /api/v1/dokter/saya/ketersediaan', [401, 403, 200, 403, 403], () => ({ json: { tersedia: true } })],
  ['GET /api/v1/konsultasi', SIGNED_IN],
  [
    'POST /api/v1/konsultasi',
    [401, 201, 403, 403, 403],
    ({ k }) => ({ json: { dokter_id: k.dokter.id, keluhan: 'Pusing sejak kemarin sore' } }),
  ],
  ['GET /api/v1/konsultasi/[id]', READERS],
  ['PUT /api/v1/konsultasi/[id]/terima', PARTICIPANTS],
  ['PUT /api/v1/konsultasi/[id]/tolak', PARTICIPANTS, () => ({ json: { alasan: 'penuh' } })],
  ['PUT /api/v1/konsultasi/[id]/batalkan', PARTICIPANTS],
  ['PUT /api/v1/konsultasi/[id]/selesaikan', PARTICIPANTS, () => ({ json: { catatan_penutup: 'sembuh' } })],
  ['PUT /api/v1/konsultasi/[id]/mengetik', PARTICIPANTS],
  ['POST /api/v1/pesan', PARTICIPANTS, ({ k }) => ({ json: { konsultasi_id: k.id, pesan: 'Halo' } })],
  ['GET /api/v1/pesan', PARTICIPANTS],
  ['GET /api/v1/pesan/[id]', READERS],
  ['GET /api/v1/pesan/[id]/unread-count', READERS],
  ['PUT /api/v1/pesan/[id]/mark-all-read', PARTICIPANTS],
  ['PUT /api/v1/pesan/[id]/dibaca', PARTICIPANTS],
  ['PUT /api/v1/pesan/[id]/reaksi', PARTICIPANTS, () => ({ json: { emoji: '👍' } })],
  ['DELETE /api/v1/pesan/[id]/reaksi', PARTICIPANTS],
  ['GET /api/v1/kabar', [401, 200, 200, 200, 403]],
  ['PUT /api/v1/kehadiran', PARTICIPANTS, ({ k }) => ({ json: { konsultasi_id: k.id } })],
  ['GET /api/v1/push/config', SIGNED_IN],
  ['POST /api/v1/push/langganan', [401, 201, 201, 201, 403], () => ({ json: new Device('https://push.example.com').subscription })],
  ['DELETE /api/v1/push/langganan', [401, 200, 200, 200, 403], () => ({ json: { endpoint: 'https://push.example.com/x' } })],
  ['POST /api/v1/lampiran', PARTICIPANTS, ({ k }) => ({ raw: formOf(k.id, { bytes: pdf() }) })],
  ['GET /api/v1/lampiran/[id]', READERS],
  ['GET /api/v1/realtime/config', SIGNED_IN],
  [
    'POST /api/v1/realtime/auth',
    PARTICIPANTS,
    ({ k }) => ({ raw: new URLSearchParams({ socket_id: '12.34', channel_name: `private-${k.pasien.id}` }) }),
  ],
  ['POST /api/v1/realtime/user-auth', SIGNED_IN, () => ({ raw: new URLSearchParams({ socket_id: '12.34' }) })],
  ['GET /api/v1/admin/audit', ADMINS],
  ['GET /api/v1/admin/audit/csv', ADMINS],
  ['GET /api/v1/admin/audit/rantai', ADMINS],
  ['GET /api/v1/admin/audit/jangkauan', ADMINS],
  ['GET /api/v1/admin/dokter', ADMINS],
  ['PUT /api/v1/admin/dokter/[id]/verifikasi', ADMINS, () => ({ json: { disetujui: false, alasan: 'STR tidak terbaca' } })],
  ['GET /api/v1/admin/pengguna', ADMINS],
  ['PUT /api/v1/admin/pengguna/[id]/status', ADMINS, () => ({ json: { aktif: false, alasan: 'uji akses' } })],
  ['DELETE /api/v1/admin/pengguna/[id]/faktor-kedua', ADMINS, () => ({ json: { alasan: 'uji akses' } })],
  ['DELETE /api/v1/admin/pengguna/[id]/sesi', ADMINS, () => ({ json: { alasan: 'uji akses' } })],
  ['GET /api/v1/admin/statistik', ADMINS],
  // These two change what the others look at.
  ['DELETE /api/v1/pesan/[id]', READERS, () => ({ json: { alasan: 'salah kirim' } })],
  ['POST /api/v1/auth/logout', SIGNED_IN],
]

/** Doors that are not of the API's envelope: next-auth's own, and the one for what does not exist. */
export const OTHERS: readonly Row[] = [
  ['GET /api/auth/[...nextauth]', EVERYBODY],
  ['GET /api/[[...lain]]', [404, 404, 404, 404, 404]],
]

/** Every page: 307 leads to signing in, or to one's own wing. */
export const PAGES: readonly Row[] = [
  ['GET /', [200, 307, 307, 307, 307]],
  ['GET /masuk', [200, 307, 307, 307, 307]],
  ['GET /daftar', [200, 307, 307, 307, 307]],
  ['GET /daftar/terkirim', EVERYBODY],
  ['GET /luring', EVERYBODY],
  ['GET /lupa-sandi', EVERYBODY],
  ['GET /konfirmasi-email', EVERYBODY],
  ['GET /privasi', EVERYBODY],
  ['GET /akun', SIGNED_IN_PAGE],
  ['GET /akun/keamanan', SIGNED_IN_PAGE],
  ['GET /akun/data', SIGNED_IN_PAGE],
  ['GET /akun/kabar', SIGNED_IN_PAGE],
  ['GET /pasien', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi/baru', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi/[id]', [307, 403, 403, 403, 403]],
  ['GET /pasien/cari', [307, 200, 403, 403, 403]],
  ['GET /dokter', [307, 403, 200, 200, 403]],
  ['GET /dokter/konsultasi', [307, 403, 200, 200, 403]],
  ['GET /dokter/konsultasi/[id]', [307, 403, 403, 403, 403]],
  ['GET /dokter/cari', [307, 403, 200, 200, 403]],
  ['GET /admin', [307, 403, 403, 403, 200]],
  ['GET /admin/dokter', [307, 403, 403, 403, 200]],
  ['GET /admin/dokter/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/pengguna', [307, 403, 403, 403, 200]],
  ['GET /admin/pengguna/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/konsultasi', [307, 403, 403, 403, 200]],
  ['GET /admin/konsultasi/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/audit', [307, 403, 403, 403, 200]],
  ['GET /admin/audit/jangkauan', [307, 403, 403, 403, 200]],
]

export const routeOf = ([call]: Row) => call.slice(call.indexOf(' ') + 1)
export const methodOf = ([call]: Row) => call.slice(0, call.indexOf(' '))
