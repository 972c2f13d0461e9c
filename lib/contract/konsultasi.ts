import { z } from 'zod'
import { ALASAN_MAX, KELUHAN_MAX, KELUHAN_MIN, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { SARING_MEJA } from '@/lib/domain/penanda'
import { NAMA_MAX } from '@/lib/domain/pengguna'
import { AlihView, AntreanView, PenilaianView } from './alih'
import { bound } from './bound'
import { documentedAs } from './documented'
import { Ringkasan, readIsi } from './dokumen'
import { listCursor, perPage, text } from './fields'
import { PenandaView } from './penanda'
import { PesanView } from './pesan'
import { ProfilSaatIni } from './profil'
import { BahayaView, JawabanTriase, TriaseView } from './triase'

export const BookKonsultasi = z.object({
  dokter_id: z.string(),
  keluhan: text(KELUHAN_MIN, KELUHAN_MAX),
  profil_id: z.string().nullish().meta({ description: 'Who is to be treated; left out: oneself.' }),
  lanjutan_dari: z.string().nullish().meta({ description: 'An own completed konsultasi of the same profil.' }),
  bagikan_riwayat: z
    .boolean()
    .nullish()
    .meta({ description: 'May the dokter read what was before, of this profil, while this konsultasi is open? Left out: no.' }),
  jawaban: JawabanTriase.nullish(),
  paham_darurat: z.boolean().nullish().meta({ description: 'The pasien read what a sign of danger asks of them, and books all the same.' }),
})
export type BookKonsultasi = z.infer<typeof BookKonsultasi>

export const RejectKonsultasi = z.object({ alasan: text(1, ALASAN_MAX) })
export const CancelKonsultasi = z.object({ alasan: text(0, ALASAN_MAX).nullish() })
const Closing = {
  catatan_penutup: text(1, ALASAN_MAX)
    .nullish()
    .meta({ description: 'Required, unless a `ringkasan` comes with it: then it is its `anjuran`.' }),
}
const CLOSED_WITH = 'The `isi` of a dokumen of that jenis, which is issued: both happen or neither. Some clinics require one.'

export const CompleteKonsultasi = z
  .object({ ...Closing, ringkasan: z.record(z.string(), z.unknown()).nullish() })
  .superRefine(({ catatan_penutup, ringkasan }, ctx) => {
    if (catatan_penutup == null && ringkasan == null) ctx.addIssue({ code: 'custom', path: ['catatan_penutup'], message: 'required' })
  })
  .transform(({ catatan_penutup, ringkasan }, ctx) => {
    const isi = ringkasan == null ? null : (readIsi('ringkasan', ringkasan, 'ringkasan', ctx) as Ringkasan)
    return { catatan_penutup: catatan_penutup ?? isi?.anjuran ?? '', ringkasan: isi }
  })
  .meta(documentedAs(z.object({ ...Closing, ringkasan: Ringkasan.nullish().meta({ description: CLOSED_WITH }) })))

/** `pasien` and `dokter` are words of their names, `dari` and `sampai` are about when it was asked for. */
export const ListKonsultasi = z.object({
  status: z.enum(STATUS_KONSULTASI).optional(),
  pasien: text(0, NAMA_MAX).optional(),
  dokter: text(0, NAMA_MAX).optional(),
  dari: bound('dari'),
  sampai: bound('sampai'),
  urut: z.enum(['meja']).optional().meta({
    description:
      'For a dokter: first where a sign of danger that is `merah` was not acknowledged, then what they pinned, then whose pasien waits longest for an answer, then the rest by activity.',
  }),
  saring: z
    .enum(SARING_MEJA)
    .optional()
    .meta({ description: 'With `urut=meja`: what is not read or marked so, what waits for an answer, what has a mark.' }),
  q: text(0, NAMA_MAX)
    .optional()
    .meta({ description: 'With `urut=meja`: words of the name of whom it is for, or of whose account it is.' }),
  per_page: perPage,
  cursor: listCursor,
})
export type ListKonsultasi = z.infer<typeof ListKonsultasi>

const AksesAdminView = z.object({ pada: z.iso.datetime(), alasan: z.string().nullable() })

export const KonsultasiView = z
  .object({
    id: z.string(),
    status: z.enum(STATUS_KONSULTASI),
    rev: z.int().meta({ description: 'Of two answers the one with the lower one is older.' }),
    keluhan: z.string().meta({ description: 'Empty for an admin in lists.' }),
    pasien: z.object({ id: z.string(), nama: z.string() }),
    dokter: z.object({ id: z.string(), nama: z.string(), spesialisasi: z.string() }),
    profil: ProfilSaatIni,
    lanjutan_dari: z.string().nullable().meta({ description: 'The completed konsultasi of the same profil that this one goes on from.' }),
    bagikan_riwayat: z.boolean().meta({ description: 'Did the booking let the dokter read what was before?' }),
    triase: TriaseView.nullable().meta({
      description: 'What was asked before the booking; null where nothing was answered, and for an admin in lists.',
    }),
    bahaya: z.array(BahayaView).meta({ description: 'Signs of danger that rules saw, each `kode` once. Empty for an admin in lists.' }),
    dibuat_pada: z.iso.datetime(),
    diterima_pada: z.iso.datetime().nullable(),
    selesai_pada: z.iso.datetime().nullable().meta({ description: 'Set exactly when `completed`.' }),
    alasan: z.string().nullable().meta({ description: 'Why it was rejected or cancelled. Null for an admin in lists.' }),
    catatan_penutup: z
      .string()
      .nullable()
      .meta({ description: 'The closing note; set exactly when `completed`. Null for an admin in lists.' }),
    unread_count: z.int().meta({ description: 'Pesan from the other side, not read, not deleted; 0 for admin.' }),
    pesan_terakhir: PesanView.nullable().meta({ description: 'Null before the first pesan, and for an admin in lists.' }),
    akses_admin: z.array(AksesAdminView).meta({ description: 'When an admin read this konsultasi, and why: the newest 20.' }),
    asal_terbaca: z.boolean().optional().meta({ description: 'For its dokter, where there is a `lanjutan_dari`: may they read that one?' }),
    alih: AlihView.optional().meta({ description: 'What was proposed last: that another dokter goes on. Not for an admin in lists.' }),
    antrean: AntreanView.optional().meta({ description: 'For its pasien, while it is `pending`.' }),
    penilaian: PenilaianView.optional().meta({ description: 'For its pasien: how they rated it.' }),
    belum_dibalas_sejak: z.iso.datetime().nullable().optional().meta({
      description:
        'For its dokter only. Since when its pasien waits for an answer: from booking until it is accepted, then from their first pesan that was not answered. Null when nobody waits.',
    }),
    penanda: PenandaView.optional().meta({ description: 'The own marks of its dokter, whom alone they are shown to.' }),
  })
  .meta({ id: 'Konsultasi' })
export type KonsultasiView = z.infer<typeof KonsultasiView>
