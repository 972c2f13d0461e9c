import { z } from 'zod'
import { ALASAN_MAX, KELUHAN_MAX, KELUHAN_MIN, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { NAMA_MAX } from '@/lib/domain/pengguna'
import { bound } from './bound'
import { type Ringkasan, readIsi } from './dokumen'
import { perPage, text, timeCursor } from './fields'
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
export const CompleteKonsultasi = z
  .object({
    catatan_penutup: text(1, ALASAN_MAX)
      .nullish()
      .meta({ description: 'Required, unless a `ringkasan` comes with it: then it is its `anjuran`.' }),
    ringkasan: z
      .record(z.string(), z.unknown())
      .nullish()
      .meta({ description: 'The `isi` of a dokumen of that jenis, which is issued: both happen or neither. Some clinics require one.' }),
  })
  .superRefine(({ catatan_penutup, ringkasan }, ctx) => {
    if (catatan_penutup == null && ringkasan == null) ctx.addIssue({ code: 'custom', path: ['catatan_penutup'], message: 'required' })
  })
  .transform(({ catatan_penutup, ringkasan }, ctx) => {
    const isi = ringkasan == null ? null : (readIsi('ringkasan', ringkasan, 'ringkasan', ctx) as Ringkasan)
    return { catatan_penutup: catatan_penutup ?? isi?.anjuran ?? '', ringkasan: isi }
  })

/** `pasien` and `dokter` are words of their names, `dari` and `sampai` are about when it was asked for. */
export const ListKonsultasi = z.object({
  status: z.enum(STATUS_KONSULTASI).optional(),
  pasien: text(0, NAMA_MAX).optional(),
  dokter: text(0, NAMA_MAX).optional(),
  dari: bound('dari'),
  sampai: bound('sampai'),
  per_page: perPage,
  cursor: timeCursor,
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
  })
  .meta({ id: 'Konsultasi' })
export type KonsultasiView = z.infer<typeof KonsultasiView>
