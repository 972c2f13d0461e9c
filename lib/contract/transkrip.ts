import { z } from 'zod'
import { DokumenView, Segel } from './dokumen'
import { KonsultasiView } from './konsultasi'
import { LampiranView } from './lampiran'
import { PesanView } from './pesan'

const wib = z.iso.datetime({ offset: true }).meta({ description: 'The same moment in WIB.' })

const PesanTranskrip = PesanView.extend({
  dibuat_pada_wib: wib,
  lampiran: LampiranView.extend({ sha256: z.string().meta({ description: 'Of its bytes, in hexadecimal.' }) }).nullable(),
})
export type PesanTranskrip = z.infer<typeof PesanTranskrip>

const Orang = z.object({
  id: z.string(),
  nama: z.string(),
  peran: z.enum(['pasien', 'dokter']),
  spesialisasi: z.string().nullable(),
  nomor_str: z.string().nullable(),
  nomor_sip: z.string().nullable(),
})
export type Orang = z.infer<typeof Orang>

/** What of a konsultasi is the same for whoever reads it: nothing that only one of them keeps for themselves. */
const KonsultasiTranskrip = KonsultasiView.pick({
  id: true,
  status: true,
  keluhan: true,
  pasien: true,
  dokter: true,
  profil: true,
  lanjutan_dari: true,
  bagikan_riwayat: true,
  triase: true,
  bahaya: true,
  dibuat_pada: true,
  diterima_pada: true,
  selesai_pada: true,
  alasan: true,
  catatan_penutup: true,
  akses_admin: true,
})
export type KonsultasiTranskrip = z.infer<typeof KonsultasiTranskrip>

export const TranskripView = z
  .object({
    kode: z.string().meta({
      description:
        'Names the conversation as it stood: another one as soon as anything of it changes. It leads nowhere; the seal says whether it is real.',
    }),
    dibuat_pada: z.iso.datetime(),
    sementara: z.boolean().meta({ description: 'The konsultasi goes on: there may be more.' }),
    konsultasi: KonsultasiTranskrip,
    orang: z.array(Orang),
    pesan: z.array(PesanTranskrip),
    dokumen: z.array(DokumenView),
    segel: Segel,
  })
  .meta({ id: 'Transkrip' })
export type TranskripView = z.infer<typeof TranskripView>

/** All of it but the pesan, which come in pages, and the seal. */
export type KepalaTranskrip = Omit<TranskripView, 'pesan' | 'segel'>
