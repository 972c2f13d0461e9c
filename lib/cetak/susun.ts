import type { DokumenView, Resep, Ringkasan, Terisi } from '@/lib/contract/dokumen'
import { JENIS_DOKUMEN } from '@/lib/domain/dokumen/dokumen'
import { signaTertulis } from '@/lib/domain/dokumen/tertulis'
import { addDays, WIB } from '@/lib/domain/zona'

/** A part of a printed page, from top to bottom: what child.mjs can draw. */
export type Bagian =
  | { readonly judul: string }
  | { readonly baris: [string, string][] }
  | { readonly teks: string }
  | { readonly butir: string[] }
  | { readonly kotak: string; readonly untuk: string }
  | { readonly pesan: { readonly kepala: string; readonly waktu: string; readonly teks: string } }

/** A dokumen without what is only known when it has been printed. */
export type Cetakan = Omit<DokumenView, 'sha256_pdf' | 'segel' | 'status' | 'isi'> & { readonly isi: object }

/** A dokumen as it is read on paper, in Indonesian. `pin` is there for a resep. */
export function susun(dokumen: Cetakan, pin: string | null): Bagian[] {
  const terisi = { jenis: dokumen.jenis, isi: dokumen.isi } as unknown as Terisi
  return [
    { judul: 'Pasien' },
    { baris: pasienOf(dokumen) },
    ...isiOf(terisi),
    { judul: 'Dokter' },
    { baris: dokterOf(dokumen) },
    ...(pin === null
      ? []
      : [{ kotak: `PIN ${pin}`, untuk: 'Untuk apotek: dengan PIN ini resep ditandai telah ditebus, di alamat di bawah.' }]),
  ]
}

export const judulOf = ({ jenis }: Pick<Cetakan, 'jenis'>): string => JENIS_DOKUMEN[jenis].judul

function pasienOf({ profil }: Cetakan): [string, string][] {
  const { umur, tanggal_lahir, jenis_kelamin, alamat, berat_kg, alergi } = profil
  return rows(
    ['Nama', profil.nama],
    ['Tanggal lahir', tanggal_lahir && `${hari(tanggal_lahir)}${umur ? ` (${umur.tahun} tahun ${umur.bulan} bulan)` : ''}`],
    ['Jenis kelamin', jenis_kelamin && { L: 'Laki-laki', P: 'Perempuan' }[jenis_kelamin]],
    ['Berat badan', berat_kg === null ? null : `${angka(berat_kg)} kg`],
    ['Alamat', alamat],
    [
      'Alergi',
      alergi && (alergi.length > 0 ? alergi.map(({ zat, reaksi }) => (reaksi ? `${zat} (${reaksi})` : zat)).join(', ') : 'tidak ada'),
    ],
  )
}

const dokterOf = ({ dokter, terbit_pada, versi, alasan }: Cetakan): [string, string][] =>
  rows(
    ['Nama', dokter.nama],
    ['Bidang', dokter.spesialisasi],
    ['Nomor STR', dokter.nomor_str],
    ['Nomor SIP', dokter.nomor_sip],
    ['Diterbitkan', waktu(terbit_pada)],
    ['Versi', versi > 1 ? `${versi}, menggantikan versi ${versi - 1}: ${alasan}` : null],
  )

function isiOf(terisi: Terisi): Bagian[] {
  const { jenis, isi } = terisi
  if (jenis === 'ringkasan') return ringkasanOf(isi)
  if (jenis === 'resep') return resepOf(isi)
  if (jenis === 'rujukan')
    return [
      { judul: 'Rujukan' },
      {
        baris: rows(
          ['Kepada', isi.tujuan],
          ['Bidang', isi.spesialisasi],
          ['Urgensi', { segera: 'Segera', terencana: 'Terencana' }[isi.urgensi]],
        ),
      },
      ...section('Alasan', isi.alasan),
      ...section('Ringkasan klinis', isi.ringkasan_klinis),
      ...diagnosaOf(isi.diagnosa),
    ]
  if (jenis === 'surat_sakit')
    return [
      { judul: 'Keterangan' },
      {
        teks: `Berdasarkan konsultasi jarak jauh, pasien tersebut di atas perlu beristirahat karena sakit selama ${isi.hari} hari, mulai ${hari(isi.mulai)} sampai dengan ${hari(addDays(isi.mulai, isi.hari - 1))}.`,
      },
      ...section('Catatan', isi.keterangan),
    ]
  if (jenis === 'kontrol')
    return [
      { judul: 'Kontrol' },
      { baris: rows(['Tanggal', hari(isi.tanggal)], ['Tujuan', isi.tujuan]) },
      ...section('Catatan', isi.catatan),
    ]
  return [{ judul: 'Pemeriksaan yang diminta' }, { butir: isi.pemeriksaan }, ...section('Catatan', isi.catatan)]
}

const ringkasanOf = (isi: Ringkasan): Bagian[] => [
  ...section('Subjektif', isi.subjektif),
  ...section('Objektif', isi.objektif),
  ...section('Asesmen', isi.asesmen),
  ...diagnosaOf(isi.diagnosa),
  ...section('Rencana', isi.rencana),
  ...section('Anjuran untuk pasien', isi.anjuran),
  ...section('Kelayakan jarak jauh', isi.layak_jarak_jauh ? 'Layak ditangani jarak jauh.' : `Tidak layak: ${isi.alasan_tidak_layak}`),
]

type ObatTercetak = Resep['obat'][number] & { readonly aturan?: string | null }

function resepOf(isi: Resep): Bagian[] {
  const ignored = (isi.abaikan ?? []).map(({ zat, alasan }) => `${zat}: ${alasan}`)
  return [
    { judul: 'Obat' },
    { butir: isi.obat.map(obatOf) },
    ...(ignored.length > 0 ? [{ judul: 'Alergi yang dipertimbangkan' }, { butir: ignored }] : []),
  ]
}

function obatOf({ nama, kekuatan, bentuk, jumlah, satuan, signa, catatan, iter, aturan }: ObatTercetak): string {
  return [
    `R/ ${[nama, kekuatan, bentuk].filter(Boolean).join(' ')}, ${angka(jumlah)} ${satuan}`,
    `S ${signaTertulis(signa)}`,
    aturan && `Aturan pakai: ${aturan}`,
    catatan && `Catatan: ${catatan}`,
    iter && `Iter ${iter} kali`,
  ]
    .filter(Boolean)
    .join('\n')
}

function diagnosaOf(diagnosa: Ringkasan['diagnosa']): Bagian[] {
  if (diagnosa.length === 0) return []
  const line = ({ kode, nama, utama }: Ringkasan['diagnosa'][number]) => `${kode ? `${kode} ` : ''}${nama}${utama ? ' (utama)' : ''}`
  return [{ judul: 'Diagnosis' }, { butir: diagnosa.map(line) }]
}

export const section = (judul: string, teks: string | undefined): Bagian[] => (teks ? [{ judul }, { teks }] : [])

/** The rows of which something is known. */
export const rows = (...given: [string, string | null | undefined][]) => given.filter((row): row is [string, string] => Boolean(row[1]))

const angka = (n: number) => new Intl.NumberFormat('id-ID').format(n)
export const hari = (day: string) => new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
export const waktu = (at: string) =>
  `${new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: WIB }).format(new Date(at))} WIB`
