import { NAMA_LAMPIRAN_MAX } from '@/lib/domain/lampiran'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from '@/lib/domain/pesan'
import { SESI_TOUCH_MS } from '@/lib/domain/sesi'
import { SIP_SEGERA_DAYS } from '@/lib/domain/sip'

const MINUTE_MS = 60_000

/** What the fields of named schemas mean, where their name does not say it all. */
export const FIELD_MEANS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Error: {
    code: 'What clients switch on.',
    message: "For people, in the reader's language.",
    errors: 'With `validation_failed` only: for each field what is wrong with it, for people.',
    request_id: 'The same as the header `X-Request-Id`.',
  },
  Pengguna: {
    email: 'To its owner and to admin only.',
    aktif: 'False while the account is suspended.',
    terverifikasi: 'Only a dokter can be unverified.',
  },
  PushConfig: { kunci: 'The `applicationServerKey`: a point of P-256 as base64url.' },
  Kehadiran: {
    lawan_aktif_pada:
      'To the minute. Null without a `konsultasi_id`, when it is not known, and when the konsultasi is neither pending nor active.',
  },
  BePresent: {
    konsultasi_id: 'The konsultasi on that page, if it shows one.',
    terlihat: 'False: the page is on no screen any more.',
  },
  Konsultasi: {
    selesai_pada: 'Set exactly when `completed`.',
    keluhan: 'Empty for an admin in lists.',
    alasan: 'Why it was rejected or cancelled. Null for an admin in lists.',
    catatan_penutup: 'The closing note; set exactly when `completed`. Null for an admin in lists.',
    unread_count: 'Pesan from the other side, not read, not deleted; 0 for admin.',
    pesan_terakhir: 'Null before the first pesan, and for an admin in lists.',
    akses_admin: 'When an admin read this konsultasi, and why: the newest 20.',
  },
  Pesan: {
    urutan: '1, 2, 3 … in each konsultasi, without a gap: the order of the conversation.',
    rev: 'Of the last change of this pesan. A konsultasi counts every change of it; commit order is `rev` order.',
    client_id: 'As the sender gave it, in lower case.',
    pesan: 'Empty in a tombstone.',
    balas_ke: 'The pesan of the same konsultasi that this one replies to.',
    reaksi: 'At most one of each person; empty in a tombstone.',
    dibaca_pada: 'When its recipient first read it.',
    dihapus_pada: 'Set in a tombstone: what was deleted keeps its place.',
  },
  Temuan: { cuplikan: 'Plain text around the first hit; hits stand between U+E000 and U+E001.' },
  Lampiran: {
    nama: 'As its uploader called it: text and nothing else.',
    ukuran: 'Bytes as they are stored and served; a picture was written anew.',
    mime: 'By its content.',
    lebar: 'Pixels; images only.',
    tinggi: 'Pixels; images only.',
    durasi: 'Seconds, as measured; audio only.',
    halaman: 'Pages of a PDF, where it says so plainly.',
  },
  UploadLampiran: {
    file: `Exactly one, not empty. Its name is up to ${NAMA_LAMPIRAN_MAX} code points, without a path, line breaks or other controls.`,
  },
  SendPesan: {
    lampiran_id: 'One that the sender uploaded for this konsultasi and did not send yet.',
    pesan:
      'Code points after trimming, kept exactly otherwise. Required unless there is a `lampiran_id`. NUL and unpaired surrogates are refused.',
    tipe_pesan: 'Follows the lampiran, else `text`; one that does not fit is refused.',
    balas_ke: 'The id of a pesan of the same konsultasi that is no tombstone.',
    client_id:
      'A UUID that the client makes once for each composed pesan. The same one again from the same sender in the same konsultasi answers 200 with that same pesan, for ever. Case does not count; null means none.',
  },
  MarkAllRead: { sampai: 'The `urutan` of the last pesan that was shown; all when it is missing.' },
  DeletePesan: { alasan: 'Required from admin.' },
  RegisterPengguna: {
    persetujuan: 'The version of the privacy notice (`/privasi`) that was read and agreed to.',
    password: 'No composition rules; common ones are refused.',
    spesialisasi: 'Required from a dokter.',
    nomor_str: 'Required from a dokter.',
    nomor_sip: 'Required from a dokter.',
    sip_berlaku_sampai: 'The last day, in WIB, on which the SIP is valid. Left out: not known.',
  },
  SignIn: {
    totp: 'The code of the second factor, where the account has one, or a recovery code; spaces do not count. Each code counts once.',
  },
  WithKode: { totp: 'The code that the app shows; spaces do not count.' },
  WithProof: { totp: 'Required where the account has a second factor: a code that was not used before, or a recovery code.' },
  Sesi: {
    perangkat: 'Browser and system in a few words, from when it was opened; null when unknown.',
    alamat: 'The network address that it was opened from.',
    terakhir_dipakai: `To within ${SESI_TOUCH_MS / MINUTE_MS} minutes.`,
    ini: 'Whether it is the one that asks.',
  },
  Akun: { email_baru: 'The address that was asked for and not confirmed yet.' },
  RahasiaFaktorKedua: { rahasia: 'Base32.', otpauth: 'What a QR code for an authenticator app holds.' },
  ChangePassword: { lama: 'The present password.', baru: 'No composition rules; common ones are refused.' },
  VerifyDokter: {
    alasan: 'Required when `disetujui` is false.',
    sip_berlaku_sampai: 'The last day, in WIB, on which the SIP is valid. Left out: stays as it is; null: not known.',
  },
  RantaiAudit: {
    diperiksa: 'Rows that were looked at, the broken one included.',
    rusak_pada: 'The first row that does not fit to the one before.',
    terakhir: 'The last row that fits. Kept elsewhere, it shows later whether rows were cut off at the end.',
    masih_ada: 'With `nomor` and `hash` only: whether that row is there and has that hash.',
  },
  Jangkauan: {
    pada: 'When the konsultasi began, for its pasien and dokter; when it was opened, for an admin.',
    alasan: 'Why an admin opened it.',
    status: 'As it is now.',
  },
  DokterVerifikasi: {
    sip_berlaku_sampai: 'The last day, in WIB, on which the SIP is valid; null when it is not known, which counts as valid.',
    nama_mirip: 'Other dokter whose name looks like this one’s (accents, letters of other scripts, titles left out); at most 5.',
    status_sip: `\`segera\`: it ends within ${SIP_SEGERA_DAYS} days; \`habis\`: it has ended.`,
  },
}

/** What the parameters of queries mean, wherever they stand. */
export const PARAMETER_MEANS: Readonly<Record<string, string>> = {
  per_page: `How many rows at most, ${PER_PAGE_DEFAULT} unless given; what is outside 1 to ${PER_PAGE_MAX} is refused, never silently changed.`,
  cursor: '`pagination.next_cursor` of the page before; opaque.',
  before: 'Only pesan with a smaller `urutan`, the nearest ones. At most one of `before`, `after` and `since`. Up to 2^53 - 1.',
  after: 'Only pesan with a larger `urutan`, the nearest ones; 0 is the beginning. Up to 2^53 - 1.',
  since: 'Only pesan that changed after this `rev`, in ascending order of `rev`; 0 is the beginning. Up to 2^53 - 1.',
  alasan: 'Why an admin reads this: written to the audit log and shown to the participants. Ignored from participants.',
  varian: '`thumb`: the small picture of an image, as WebP; everything else has none (404).',
  status: 'Only those with this status.',
  sip: `Only those whose SIP stands so: \`segera\` ends within ${SIP_SEGERA_DAYS} days, \`habis\` has ended.`,
  peran: 'Only those with this role.',
  nomor: 'The number of a row that was the end of the log once; together with `hash`.',
  hash: 'The hash that this row had, in hexadecimal.',
  aktor: 'Only what this pengguna did.',
  pasien: 'Only those with a pasien whose name contains these words; case does not count.',
  dokter: 'Only those with a dokter whose name contains these words; case does not count.',
  pengguna: 'About this pengguna: in the log, what was done to them or to a konsultasi of theirs.',
  aksi: 'Only deeds of this kind.',
  pengirim_id: 'Only what this pengguna wrote: oneself, or somebody with whom one has a konsultasi.',
  dari: 'Only from then on: an instant (ISO 8601 with a zone), or a date, which is a whole day in WIB (UTC+7).',
  sampai: 'Only until then, included: an instant (ISO 8601 with a zone), or a date, which is a whole day in WIB (UTC+7).',
  konsultasi_id: 'Only what is about this konsultasi.',
  q: 'Words to look for; case does not count.',
  spesialisasi: 'Words that the specialisation contains; case does not count.',
}
