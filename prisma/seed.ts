import type { Ringkasan } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import { DEMO_PASSWORD } from '@/lib/domain/demo'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { bookKonsultasi } from '@/lib/operations/book-konsultasi'
import { ensureAdmin } from '@/lib/operations/ensure-admin'
import { issueDokumen } from '@/lib/operations/issue-dokumen'
import { markAllRead } from '@/lib/operations/mark-read'
import { editProfil } from '@/lib/operations/profil'
import { buildActor, buildDokter, buildKonsultasi, buildPasien } from '@/lib/testing/builders'

const password = DEMO_PASSWORD

/** The accounts that the start-up prints. */
export const DEMO_ACCOUNTS = ['admin@demo.id', 'dokter@demo.id', 'pasien@demo.id'] as const

const person = (nama: string, email: string) => ({ nama, email, password })
const practice = (spesialisasi: string, nomor: string) => ({ spesialisasi, nomor_str: `STR-${nomor}`, nomor_sip: `SIP-${nomor}/2026` })

/** Fills an empty database with a small clinic to try things in. Its passwords are printed, so it is never for real people. */
export async function seedDemo(): Promise<void> {
  await ensureAdmin('admin@demo.id', password)
  const admin = await buildActor(person('Admin', 'admin@demo.id'))
  const sari = await buildDokter({ ...person('dr. Sari Wulandari', 'dokter@demo.id'), ...practice('Dokter umum', '31-0417') }, admin)
  const bagus = await buildDokter({ ...person('dr. Bagus Pratama, Sp.A', 'bagus@demo.id'), ...practice('Anak', '31-0892') }, admin)
  const maya = await buildDokter(
    { ...person('dr. Maya Lestari, Sp.KK', 'maya@demo.id'), ...practice('Kulit dan kelamin', '32-1150') },
    admin,
  )
  const rizal = await buildDokter({ ...person('dr. Rizal Hakim', 'rizal@demo.id'), ...practice('Dokter umum', '33-0071') }, null)
  const budi = await buildPasien(person('Budi Santoso', 'pasien@demo.id'))
  const ani = await buildPasien(person('Ani Rahmawati', 'ani@demo.id'))
  const wayan = await buildPasien(person('I Wayan Suardana', 'wayan@demo.id'))
  await fillClinic({ sari, bagus, maya, budi, ani, wayan })
  // Nobody is signed in when the clinic opens.
  for (const actor of [admin, sari, bagus, maya, rizal, budi, ani, wayan]) await transaction((tx) => deleteSesiOf(actor.id, tx))
}

/** A resep, for which a profil must say enough. */
async function prescribe(pasien: Actor, dokter: Actor, { id, profil }: KonsultasiView): Promise<void> {
  await editProfil(pasien, profil.id, {
    tanggal_lahir: '1984-06-17',
    jenis_kelamin: 'L',
    alamat: 'Jalan Kenanga 12, Bandung',
    alergi: [],
  })
  const obat = {
    nama: 'Setirizin',
    kekuatan: '10 mg',
    bentuk: 'tablet',
    jumlah: 10,
    satuan: 'tablet',
    signa: '1 dd 1 tab hs',
    iter: undefined,
  }
  const resep = { obat: [{ ...obat, catatan: undefined }], abaikan: undefined }
  await issueDokumen(dokter, id, { jenis: 'resep', isi: resep, menggantikan: null, alasan: null, client_id: null })
}

/** How the one that is over ended, whether an operator demands a ringkasan or not. */
const RINGKASAN: Ringkasan = {
  subjektif: 'Ruam merah dan gatal di lengan sejak dua hari, setelah ganti sabun cuci.',
  objektif: undefined,
  asesmen: undefined,
  diagnosa: [{ kode: undefined, nama: 'Dermatitis kontak ringan', utama: true }],
  rencana: 'Hidrokortison 1% dua kali sehari selama 5 hari.',
  anjuran: 'Hindari sabun yang menjadi pencetus. Kontrol bila tidak membaik dalam seminggu.',
  layak_jarak_jauh: true,
  alasan_tidak_layak: undefined,
}

type People = Record<'sari' | 'bagus' | 'maya' | 'budi' | 'ani' | 'wayan', Actor>

async function fillClinic({ sari, bagus, maya, budi, ani, wayan }: People): Promise<void> {
  const between = (pasien: Actor, dokter: Actor) => ({ pasien, dokter, dokterId: toId('pengguna', dokter.id) })
  await buildKonsultasi(
    between(budi, maya),
    'Ruam merah di lengan sejak dua hari, terasa gatal terutama malam hari.',
    [
      ['dokter', 'Selamat siang, Pak Budi. Apakah ada makanan atau sabun baru sebelum ruamnya muncul?'],
      ['pasien', 'Saya baru ganti sabun cuci, Dok.'],
      [
        'dokter',
        'Kemungkinan dermatitis kontak. Hentikan dulu sabun itu, dan oleskan salep hidrokortison 1% dua kali sehari selama lima hari.',
      ],
      ['pasien', 'Baik Dok, terima kasih banyak 🙏'],
    ],
    RINGKASAN,
  )
  const talk = await buildKonsultasi(between(budi, sari), 'Batuk kering dan tenggorokan gatal sejak empat hari, tanpa demam.', [
    ['dokter', 'Selamat pagi, Pak Budi. Saya dr. Sari. Batuknya lebih sering siang atau malam?'],
    ['pasien', 'Selamat pagi, Dok. Lebih sering malam, sampai susah tidur.'],
    ['dokter', 'Apakah ada sesak, nyeri dada, atau dahak berwarna?'],
    ['pasien', 'Tidak ada, Dok. Hanya gatal di tenggorokan.'],
  ])
  await prescribe(budi, sari, talk)
  await markAllRead(budi, await findKonsultasiFor(budi, talk.id))
  await bookKonsultasi(ani, { dokter_id: toId('pengguna', sari.id), keluhan: 'Sakit kepala sebelah kiri hilang timbul sejak seminggu.' })
  await bookKonsultasi(wayan, {
    dokter_id: toId('pengguna', bagus.id),
    keluhan: 'Anak saya umur 3 tahun demam 38,5 sejak semalam, masih mau minum.',
  })
}
