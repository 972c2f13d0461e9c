import { z } from 'zod'
import {
  ABAIKAN_MAX,
  DIAGNOSA_MAX,
  HARI_LANGKAH_MAX,
  HARI_SAKIT_MAX,
  ITER_MAX,
  JENIS,
  type JenisDokumen,
  JUMLAH_MAX,
  LANGKAH_MAX,
  OBAT_MAX,
  PEMERIKSAAN_MAX,
  PIN,
  SEBAB_KEBERATAN,
  STATUS_DOKUMEN,
  STATUS_PERMINTAAN,
  TEKS_MAX,
} from '@/lib/domain/dokumen/dokumen'
import { ALASAN_MAX } from '@/lib/domain/konsultasi'
import { documentedAs } from './documented'
import { clientId, day, line, text } from './fields'
import { ReadLampiran } from './lampiran'

/** Controls but for line breaks and tabs, and marks that turn the direction of writing: what is printed must read as it was written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const prose = (min = 1) => text(min, TEKS_MAX).refine((value) => !UNPRINTABLE.test(value), 'not_text')
const word = line(1, TEKS_MAX)

/** Null, missing and blank are alike: it is not there. */
const maybe = (text: z.ZodType<string, string>) =>
  text
    .nullish()
    .transform((value) => value || undefined)
    .pipe(z.string().optional())
const maybeProse = maybe(prose(0))
const maybeWord = maybe(line(0, TEKS_MAX))

const between = (min: number, max: number) =>
  z
    .int('number')
    .refine((n) => n >= min && n <= max, { error: 'between', params: { min, max } })
    .meta({ minimum: min, maximum: max })

const list = <Entry extends z.ZodType>(entry: Entry, min: number, max: number) =>
  z
    .array(entry)
    .refine((entries) => entries.length >= min, 'required')
    .refine((entries) => entries.length <= max, { error: 'too_many', params: { max } })
    .meta({ minItems: min, maxItems: max })

const Diagnosa = z.object({ kode: maybeWord, nama: word, utama: z.boolean() })

const utamaOf = (diagnosa: readonly { utama: boolean }[]) => diagnosa.filter(({ utama }) => utama).length

export const Ringkasan = z
  .object({
    subjektif: prose(),
    objektif: maybeProse,
    asesmen: maybeProse,
    diagnosa: list(Diagnosa, 1, DIAGNOSA_MAX).refine((diagnosa) => utamaOf(diagnosa) === 1, 'one_utama'),
    rencana: prose(),
    anjuran: prose(),
    layak_jarak_jauh: z.boolean(),
    alasan_tidak_layak: maybeProse,
  })
  .refine((isi) => isi.layak_jarak_jauh !== false || isi.alasan_tidak_layak, { path: ['alasan_tidak_layak'], message: 'required' })
export type Ringkasan = z.output<typeof Ringkasan>

const Obat = z.object({
  nama: word,
  kekuatan: maybeWord,
  bentuk: maybeWord,
  jumlah: z.number('type').refine((n) => n > 0 && n <= JUMLAH_MAX, { error: 'more_than', params: { min: 0, max: JUMLAH_MAX } }),
  satuan: word,
  signa: z.union([word, list(z.object({ signa: word, hari: between(1, HARI_LANGKAH_MAX) }), 1, LANGKAH_MAX)]),
  catatan: maybeProse,
  iter: between(0, ITER_MAX)
    .nullish()
    .transform((iter) => iter ?? undefined)
    .pipe(z.int().optional()),
})

const Diabaikan = z.object({ zat: word, alasan: prose() })

const Resep = z.object({
  obat: list(Obat, 1, OBAT_MAX),
  abaikan: list(Diabaikan, 0, ABAIKAN_MAX)
    .nullish()
    .transform((abaikan) => (abaikan?.length ? abaikan : undefined))
    .pipe(z.array(Diabaikan).optional()),
})
export type Resep = z.output<typeof Resep>

const Rujukan = z.object({
  tujuan: word,
  spesialisasi: maybeWord,
  urgensi: z.enum(['segera', 'terencana']),
  alasan: prose(),
  ringkasan_klinis: prose(),
  diagnosa: list(Diagnosa, 0, DIAGNOSA_MAX).refine((diagnosa) => utamaOf(diagnosa) <= 1, 'one_utama'),
})

const SuratSakit = z.object({ mulai: day, hari: between(1, HARI_SAKIT_MAX), keterangan: maybeProse })

const Kontrol = z.object({
  // Which days those are changes at midnight, and what was issued before is still recognised: the operation looks.
  tanggal: day.meta({ description: 'From tomorrow to a year ahead, in WIB.' }),
  tujuan: word,
  catatan: maybeProse,
})

const Lab = z.object({ pemeriksaan: list(word, 1, PEMERIKSAAN_MAX), catatan: maybeProse })

/** What each kind says. */
const ISI = {
  ringkasan: Ringkasan,
  resep: Resep,
  rujukan: Rujukan,
  surat_sakit: SuratSakit,
  kontrol: Kontrol,
  lab: Lab,
} as const satisfies Record<JenisDokumen, z.ZodType>

/** A dokumen by its kind, with what it says. */
export type Terisi = { [Jenis in JenisDokumen]: { readonly jenis: Jenis; readonly isi: z.output<(typeof ISI)[Jenis]> } }[JenisDokumen]

/** Looks at what a dokumen says as its kind wants it; fields are named by their whole way (`isi.obat.0.nama`). */
export function readIsi(jenis: JenisDokumen, isi: unknown, field: string, ctx: z.RefinementCtx): unknown {
  const read = ISI[jenis].safeParse(isi, { reportInput: true })
  if (read.success) return read.data
  for (const issue of read.error.issues)
    ctx.addIssue({ ...issue, path: [[field, ...issue.path].join('.')] } as Parameters<typeof ctx.addIssue>[0])
  return z.NEVER
}

/** One for each kind, with what it says. */
const byJenis = <Shape extends z.ZodRawShape, Isi extends Record<JenisDokumen, z.ZodType>>(shape: Shape, isi: Isi) => {
  const of = <Jenis extends JenisDokumen>(jenis: Jenis) => z.object({ ...shape, jenis: z.literal(jenis), isi: isi[jenis] })
  return z.discriminatedUnion('jenis', [of('ringkasan'), of('resep'), of('rujukan'), of('surat_sakit'), of('kontrol'), of('lab')])
}

const Issuing = {
  menggantikan: z
    .string()
    .nullish()
    .meta({ description: 'The id of the dokumen of this konsultasi that this one is the next version of.' }),
  alasan: text(0, ALASAN_MAX).nullish().meta({ description: 'Why it is replaced: required with `menggantikan`.' }),
  client_id: clientId.meta({ description: 'As that of a pesan: the same one again answers 200 with that same dokumen, for ever.' }),
}

export const IssueDokumen = z
  .object({ jenis: z.enum(JENIS), isi: z.record(z.string(), z.unknown()), ...Issuing })
  .superRefine((input, ctx) => {
    if (input.menggantikan != null && !input.alasan) ctx.addIssue({ code: 'custom', path: ['alasan'], message: 'required' })
  })
  .transform((input, ctx) => {
    const { menggantikan = null, alasan, client_id = null } = input
    const isi = readIsi(input.jenis, input.isi, 'isi', ctx)
    return { ...({ jenis: input.jenis, isi } as Terisi), menggantikan, alasan: menggantikan === null ? null : (alasan ?? null), client_id }
  })
  .meta(documentedAs(byJenis(Issuing, ISI)))
export type IssueDokumen = z.output<typeof IssueDokumen>

/** The medicines of a resep that is being written: a field that is empty still is no mistake yet. */
export const CheckResep = z.object({
  obat: list(z.object({ nama: line(0, TEKS_MAX), kekuatan: maybeWord, catatan: maybeProse }), 1, OBAT_MAX),
  abaikan: list(z.object({ zat: word }), 0, ABAIKAN_MAX)
    .nullish()
    .transform((abaikan) => abaikan ?? []),
})
export type CheckResep = z.output<typeof CheckResep>

export const KeberatanView = z
  .object({
    ke: z.int().meta({ description: 'Place of the obat in the list, from 0.' }),
    sebab: z.enum(SEBAB_KEBERATAN),
    dengan: z.string().nullable().meta({ description: 'The allergy that it meets, or the obat with the same substance.' }),
    diabaikan: z.boolean().meta({ description: 'Its allergy is in `abaikan`: it stands against nothing.' }),
  })
  .meta({ id: 'Keberatan', description: 'Why a resep would be refused on `isi.obat.<ke>.nama`.' })
export type KeberatanView = z.infer<typeof KeberatanView>

/** A dokumen as it would look. */
export const PratinjauView = z.object({ pdf: z.base64().meta({ description: 'base64.' }) }).meta({ id: 'PratinjauDokumen' })
export type PratinjauView = z.infer<typeof PratinjauView>

/** The whole, or one page of it. An admin says why. */
export const ReadDokumenPdf = ReadLampiran.omit({ varian: true })
export type ReadDokumenPdf = z.infer<typeof ReadDokumenPdf>

export const CancelDokumen = z.object({ alasan: text(1, ALASAN_MAX) })
export const AllowKoreksi = z.object({ alasan: text(1, ALASAN_MAX) })
export const AskKoreksi = z.object({ isi: prose() })
export const RejectPermintaan = z.object({ alasan: text(1, ALASAN_MAX) })
export const Redeem = z.object({
  pin: z.string().regex(PIN, 'pin'),
  apotek: line(1, 200),
  apoteker: line(1, 200),
})
export type Redeem = z.output<typeof Redeem>

export const Segel = z
  .object({ alg: z.literal('EdDSA'), kid: z.string(), nilai: z.string().meta({ description: 'base64url.' }) })
  .meta({ id: 'Segel', description: 'Ed25519 over the RFC 8785 form of the JSON without `segel` and `status`.' })

const UmurView = z.object({ tahun: z.int(), bulan: z.int() }).nullable()

/** As issued; a resep also says what each signa means. */
const ISI_VIEW = {
  ...ISI,
  resep: Resep.extend({
    obat: z.array(
      Obat.extend({
        aturan: z.string().nullable().meta({ description: 'In plain Indonesian; null where the signa was not understood.' }),
      }),
    ),
  }),
} as const

export const DokumenView = byJenis(
  {
    id: z.string(),
    konsultasi_id: z.string(),
    nomor: z.string().meta({ description: 'Counted for each jenis and year (WIB) without a gap; a new version keeps it.' }),
    versi: z.int(),
    status: z.enum(STATUS_DOKUMEN),
    menggantikan: z.string().nullable(),
    alasan: z.string().nullable().meta({ description: 'Why it replaces that one.' }),
    dokter: z
      .object({ nama: z.string(), spesialisasi: z.string(), nomor_str: z.string(), nomor_sip: z.string() })
      .meta({ id: 'DokterDokumen' }),
    profil: z
      .object({
        nama: z.string(),
        tanggal_lahir: z.iso.date().nullable(),
        umur: UmurView,
        jenis_kelamin: z.enum(['L', 'P']).nullable(),
        alamat: z.string().nullable(),
        berat_kg: z.number().nullable(),
        alergi: z.array(z.object({ zat: z.string(), reaksi: z.string().optional() })).nullable(),
      })
      .meta({ id: 'ProfilDokumen' }),
    klinik: z.object({ nama: z.string(), kontak: z.string().nullable() }),
    terbit_pada: z.iso.datetime(),
    kode: z.string().meta({ description: 'By which anyone checks it: `/v/{kode}`.' }),
    sha256_pdf: z.string(),
    segel: Segel,
  },
  ISI_VIEW,
).meta({ id: 'Dokumen', description: 'Immutable but for `status`.' })
export type DokumenView = z.infer<typeof DokumenView>

export const PermintaanView = z
  .object({
    id: z.string(),
    dokumen_id: z.string(),
    isi: z.string(),
    status: z.enum(STATUS_PERMINTAAN),
    alasan: z.string().nullable(),
    dibuat_pada: z.iso.datetime(),
    dijawab_pada: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Permintaan' })
export type PermintaanView = z.infer<typeof PermintaanView>

export const VerifikasiView = z
  .object({
    jenis: z.enum(JENIS),
    nomor: z.string(),
    versi: z.int(),
    status: z.enum(STATUS_DOKUMEN),
    terbit_pada: z.iso.datetime(),
    dokter: z.object({ nama: z.string(), nomor_sip: z.string() }),
    pasien: z.object({ inisial: z.string(), tahun_lahir: z.int().nullable() }),
    sha256_pdf: z.string(),
    digantikan_oleh: z.string().nullable().meta({ description: 'The kode of the newer version.' }),
    ditebus: z.array(z.object({ pada: z.iso.datetime(), apotek: z.string() })),
  })
  .meta({ id: 'Verifikasi', description: 'Whether a dokumen is real and still holds; nothing of its content.' })
export type VerifikasiView = z.infer<typeof VerifikasiView>

export const JwksView = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('EdDSA'),
    }),
  ),
})

export const CompleteWord = z.object({ q: text(1, 200) })

const SediaanView = z
  .object({ bentuk: z.string().nullable(), kekuatan: z.string().nullable() })
  .meta({ id: 'Sediaan', description: 'A form, and how much of the medicine is in one: `tablet`, `500 mg`.' })

export const ObatView = z
  .object({
    nama: z.string(),
    nama_lain: z.array(z.string()),
    sediaan: z
      .array(SediaanView)
      .meta({ description: 'Those that are usual, or of them those that were asked for; empty when none is known.' }),
  })
  .meta({ id: 'Obat' })
export type ObatView = z.infer<typeof ObatView>
export const DiagnosaView = z.object({ kode: z.string(), nama: z.string() }).meta({ id: 'Diagnosa' })
export const IzinView = z.object({ dokumen_id: z.string(), sampai: z.iso.datetime() }).meta({ id: 'IzinKoreksi' })
