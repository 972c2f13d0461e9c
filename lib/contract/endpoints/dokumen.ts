import { z } from 'zod'
import {
  AllowKoreksi,
  AskKoreksi,
  CancelDokumen,
  CheckResep,
  CompleteWord,
  DiagnosaView,
  DokumenView,
  IssueDokumen,
  IzinView,
  JwksView,
  KeberatanView,
  ObatView,
  PermintaanView,
  PratinjauView,
  ReadDokumenPdf,
  Redeem,
  RejectPermintaan,
  VerifikasiView,
} from '@/lib/contract/dokumen'
import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { PAGE_COUNT } from '@/lib/contract/headers'
import { ReadAs } from '@/lib/contract/pesan'
import { TranskripView } from '@/lib/contract/transkrip'
import { IZIN_KOREKSI_JAM, PIN_GAGAL_MAX, PIN_TUTUP_MENIT } from '@/lib/domain/dokumen/dokumen'

const tag = 'Dokumen'
const alasan = { alasan: 'Dosisnya salah tulis' }

const ISSUING = `Immutable, numbered and sealed; shown in the conversation by a pesan of \`tipe_pesan\` \`dokumen\`, stored in the same transaction. With \`menggantikan\` it is the next version of that dokumen, which then is \`diganti\`: also after the end for some hours (\`KOREKSI_JAM\`), later only within ${IZIN_KOREKSI_JAM} h after an admin allowed it.

| jenis | isi |
|---|---|
| \`ringkasan\` | \`subjektif\`, \`objektif?\`, \`asesmen?\`, \`diagnosa: [{kode?, nama, utama}]\` (one \`utama\`), \`rencana\`, \`anjuran\`, \`layak_jarak_jauh\`, \`alasan_tidak_layak?\` (required when that is false) |
| \`resep\` | \`obat: [{nama, kekuatan?, bentuk?, jumlah, satuan, signa, catatan?, iter?}]\`, \`abaikan?: [{zat, alasan}]\`; \`signa\` is text or steps \`[{signa, hari}]\` |
| \`rujukan\` | \`tujuan\`, \`spesialisasi?\`, \`urgensi\` (\`segera\` or \`terencana\`), \`alasan\`, \`ringkasan_klinis\`, \`diagnosa\` |
| \`surat_sakit\` | \`mulai\`, \`hari\` (1 to 14), \`keterangan?\`; only for a profil with an earlier completed konsultasi here |
| \`kontrol\` | \`tanggal\` (from tomorrow to a year ahead), \`tujuan\`, \`catatan?\` |
| \`lab\` | \`pemeriksaan: [text]\`, \`catatan?\` |

A resep is refused on \`isi.obat.<n>.nama\` for a narcotic or psychotropic (nothing overrides that), for what meets an allergy of the profil that is not in \`abaikan\`, and for the same substance twice without a \`catatan\`. Interactions are not checked.`

const PRINTED = ['application/pdf', 'image/webp'] as const

const reading = { tag, peran: 'all', isRecorded: true, query: ReadAs } as const

export const DOKUMEN = endpoints({
  'POST /konsultasi/{id}/dokumen': {
    name: 'issueDokumen',
    tag,
    summary: 'Issue a dokumen, or the next version of one',
    description: ISSUING,
    peran: ['dokter'],
    of: 'konsultasi',
    body: { IssueDokumen },
    example: { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } },
    answers: [
      { status: 201, means: 'Issued.', data: DokumenView },
      { status: 200, means: 'This `client_id` issued it before.', data: DokumenView },
    ],
    refuses: [
      'konsultasi_not_active',
      'invalid_transition',
      'examination_needed',
      'profil_incomplete',
      'correction_closed',
      'idempotency_mismatch',
      'rate_limited',
    ],
  },
  'POST /konsultasi/{id}/dokumen/pratinjau': {
    name: 'previewDokumen',
    tag,
    summary: 'See a dokumen as it would be printed',
    description:
      'Looked at as `POST /konsultasi/{id}/dokumen` looks at it. The PDF says PRATINJAU on each page, has no number, no kode, no PIN and no seal, and is kept nowhere; `client_id` counts for nothing.',
    peran: ['dokter'],
    of: 'konsultasi',
    body: { IssueDokumen },
    example: { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } },
    answers: [{ status: 200, means: 'As it would look.', data: PratinjauView }],
    refuses: [
      'konsultasi_not_active',
      'invalid_transition',
      'examination_needed',
      'profil_incomplete',
      'correction_closed',
      'rate_limited',
    ],
  },
  'POST /konsultasi/{id}/dokumen/periksa': {
    name: 'checkResep',
    tag,
    summary: 'What would be said of the medicines of a resep',
    description:
      'While it is typed: narcotics and psychotropics, allergies of the profil as it is known now, and the same substance twice, by the list of medicines that counts now (the built-in one together with what the clinic loaded). Interactions are not checked. Nothing is stored, and issuing has the last word.',
    peran: ['dokter'],
    of: 'konsultasi',
    body: { CheckResep },
    example: { obat: [{ nama: 'Amoksisilin' }], abaikan: [] },
    answers: [{ status: 200, means: 'In the order of the obat; empty when nothing is.', data: z.array(KeberatanView) }],
  },
  'GET /konsultasi/{id}/dokumen': {
    ...reading,
    name: 'listDokumen',
    summary: 'What came out of a konsultasi',
    description: 'All versions, in the order in which they were issued. Not paged.',
    of: 'konsultasi',
    answers: [{ status: 200, means: 'All of them.', data: z.array(DokumenView) }],
  },
  'GET /dokumen/{id}': {
    ...reading,
    name: 'readDokumen',
    summary: 'One dokumen',
    of: 'dokumen',
    answers: [{ status: 200, means: 'As it was issued, with its status now.', data: DokumenView }],
  },
  'GET /dokumen/{id}/pdf': {
    ...reading,
    name: 'readDokumenPdf',
    summary: 'A dokumen as it is printed',
    description:
      'The same bytes for ever. A4, tagged, in Indonesian. The JSON is attached as `dokumen.json`, without `status` and `sha256_pdf`, with a seal of its own by the same rule. With `halaman` (from 1) that page as a picture, as of a PDF that was sent (`GET /lampiran/{id}`).',
    of: 'dokumen',
    query: ReadDokumenPdf,
    headers: { 'If-None-Match': 'An `ETag` of an earlier answer.', Range: 'One part, in bytes.' },
    answers: [
      { status: 200, means: 'The whole.', bytes: PRINTED, headers: PAGE_COUNT },
      { status: 206, means: 'The part that was asked for.', bytes: PRINTED, headers: { ...PAGE_COUNT, 'Content-Range': 'Which part.' } },
      { status: 304, means: 'Nothing has changed.', headers: { ETag: 'As it was.' } },
      { status: 416, means: 'There is no such part.', headers: { 'Content-Range': 'How long it is.' } },
    ],
    refuses: ['unsupported_media_type', 'rate_limited'],
  },
  'GET /konsultasi/{id}/transkrip': {
    ...reading,
    name: 'readTranskrip',
    summary: 'A whole konsultasi, sealed',
    description:
      'All that was said, with tombstones, the SHA-256 of each lampiran, and all dokumen, as it was at one moment. Sealed as a dokumen is. The `segel` is beside what it seals.',
    of: 'konsultasi',
    answers: [{ status: 200, means: 'As it is now; `sementara` while it goes on.', data: TranskripView }],
    refuses: ['rate_limited'],
  },
  'GET /konsultasi/{id}/transkrip/pdf': {
    ...reading,
    name: 'readTranskripPdf',
    summary: 'The same as it is printed',
    description: 'A4, tagged, in Indonesian; the JSON with its seal is attached as `transkrip.json`. Made anew each time.',
    of: 'konsultasi',
    answers: [{ status: 200, means: 'The whole.', bytes: ['application/pdf'] }],
    refuses: ['rate_limited'],
  },
  'PUT /dokumen/{id}/batalkan': {
    name: 'cancelDokumen',
    tag,
    summary: 'Its dokter takes a dokumen back',
    description: 'As long as it could be corrected.',
    peran: ['dokter'],
    of: 'dokumen',
    body: { CancelDokumen },
    example: alasan,
    answers: [{ status: 200, means: '`dibatalkan`.', data: DokumenView }],
    refuses: ['konsultasi_not_active', 'invalid_transition', 'correction_closed'],
  },
  'POST /dokumen/{id}/permintaan': {
    name: 'askKoreksi',
    tag,
    summary: 'Its pasien asks that a dokumen be corrected',
    peran: ['pasien'],
    of: 'dokumen',
    body: { AskKoreksi },
    example: { isi: 'Nama jalan saya salah' },
    answers: [{ status: 201, means: 'Asked.', data: PermintaanView }],
    refuses: ['invalid_transition', 'rate_limited'],
  },
  'GET /dokumen/{id}/permintaan': {
    name: 'listPermintaan',
    tag,
    summary: 'What was asked about a dokumen',
    peran: PARTICIPANTS,
    of: 'dokumen',
    answers: [{ status: 200, means: 'All of them, the first one first.', data: z.array(PermintaanView) }],
  },
  'PUT /permintaan/{id}/tolak': {
    name: 'rejectPermintaan',
    tag,
    summary: 'Its dokter says why a dokumen stays as it is',
    description: 'A new version of the dokumen, or its cancelling, answers it too.',
    peran: ['dokter'],
    of: 'permintaan',
    body: { RejectPermintaan },
    example: { alasan: 'Sudah sesuai kartu identitas' },
    answers: [{ status: 200, means: 'As it is now.', data: PermintaanView }],
    refuses: ['invalid_transition'],
  },
  'PUT /admin/dokumen/{id}/koreksi': {
    name: 'allowKoreksi',
    tag,
    summary: `Open the correction of a dokumen for ${IZIN_KOREKSI_JAM} hours`,
    peran: ['admin'],
    of: 'dokumen',
    body: { AllowKoreksi },
    example: alasan,
    answers: [{ status: 200, means: 'Until when.', data: IzinView }],
  },
  'GET /verifikasi/{kode}': {
    name: 'verifyDokumen',
    tag,
    summary: 'Is a dokumen real, and does it still hold?',
    description: 'Nothing of its content. Small letters, blanks and dashes in the kode do not count.',
    peran: 'anyone',
    kode: 'What is printed on the dokumen: 16 characters of base32.',
    answers: [{ status: 200, means: 'It is real.', data: VerifikasiView }],
    refuses: ['not_found', 'rate_limited'],
  },
  'POST /verifikasi/{kode}/tebus': {
    name: 'redeemResep',
    tag,
    summary: 'A pharmacy redeems a resep',
    description: `With the PIN that is printed on it, 1 + its largest \`iter\` times. ${PIN_GAGAL_MAX} wrong PINs in a row close it for ${PIN_TUTUP_MENIT} minutes (429).`,
    peran: 'anyone',
    kode: 'What is printed on the dokumen: 16 characters of base32.',
    body: { Redeem },
    example: { pin: '123456', apotek: 'Apotek Sehat', apoteker: 'apt. Sari' },
    answers: [{ status: 200, means: 'Redeemed once more.', data: VerifikasiView }],
    refuses: ['not_found', 'invalid_transition', 'already_redeemed', 'rate_limited'],
  },
  'GET /segel/jwks.json': {
    name: 'readJwks',
    tag,
    summary: 'The keys that seals are checked with',
    description: 'A JWK Set (RFC 7517), old keys too. A `kid` is the thumbprint of its key (RFC 7638).',
    peran: 'anyone',
    answers: [{ status: 200, means: 'All keys, the newest first.', bare: JwksView }],
  },
  'GET /diagnosa': {
    name: 'completeDiagnosa',
    tag,
    summary: 'Complete the name or code of a diagnosis',
    description: 'From a built-in list of what primary care sees often. Free text is always allowed in a dokumen.',
    peran: ['dokter'],
    query: CompleteWord,
    example: { q: 'demam' },
    answers: [{ status: 200, means: 'Up to 20, those that begin so first.', data: z.array(DiagnosaView) }],
  },
  'GET /obat': {
    name: 'completeObat',
    tag,
    summary: 'Complete the name of a medicine',
    description:
      'From the built-in list, or the one that the clinic loaded in its place, in any spelling, by its own names and its brands; what this dokter prescribed lately comes first. Behind the name a form or a strength may be typed (`parasetamol 500`, `amox syr`): then `sediaan` has those that are meant. Free text is always allowed in a resep.',
    peran: ['dokter'],
    query: CompleteWord,
    example: { q: 'amox' },
    answers: [{ status: 200, means: 'Up to 20: what is usual for this dokter, then by name.', data: z.array(ObatView) }],
  },
})
