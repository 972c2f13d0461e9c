import type { DokterVerifikasiView, DokterView } from '@/lib/contract/pengguna'
import type { BerkasRow, listBookable } from '@/lib/data/dokter'
import { toId } from '@/lib/domain/id'
import { isTersedia, opensAt } from '@/lib/domain/jadwal'
import { looksOf } from '@/lib/domain/nama'
import { NILAI_MIN } from '@/lib/domain/penilaian'
import { presentPengguna } from './pengguna'
import { presentSip } from './sip'

/** A person and their name. `id` is a UUID. */
interface Named {
  readonly id: string
  readonly nama: string
}

type BookableRow = Awaited<ReturnType<typeof listBookable>>[number]

/** A dokter as whoever looks for one sees them, at this moment. */
export const presentDokter = (row: BookableRow, now: Date): DokterView => ({
  id: toId('pengguna', row.id),
  nama: row.nama,
  spesialisasi: row.spesialisasi,
  tersedia: isTersedia(row, now),
  // Of somebody who has switched themselves off nobody knows when.
  buka_pada: (row.tersedia && row.jadwal && opensAt(row.jadwal, now)?.toISOString()) || null,
  antrean: row.antrean,
  biasa_menjawab_menit: row.menjawab && Math.ceil(row.menjawab[0] / 60),
  nilai:
    row.nilai_jumlah < NILAI_MIN ? null : { rata: Math.round((10 * row.nilai_total) / row.nilai_jumlah) / 10, jumlah: row.nilai_jumlah },
})

/** Dokter as the admin who verifies sees them, with those of `all` whose name looks the same. */
export function presentBerkas(rows: readonly BerkasRow[], all: readonly Named[]): DokterVerifikasiView[] {
  const named = all.map(({ id, nama }) => ({ id, nama, looks: looksOf(nama) }))
  return rows.map((row) => ({
    ...presentPengguna(row),
    nama_mirip: looksLike(row, named),
    spesialisasi: row.spesialisasi,
    nomor_str: row.nomor_str,
    nomor_sip: row.nomor_sip,
    ...presentSip(row.sip_berlaku_sampai),
    status: row.status_verifikasi,
    alasan: row.alasan,
    diverifikasi_pada: row.diverifikasi_pada?.toISOString() ?? null,
    dibuat_pada: row.dibuat_pada.toISOString(),
  }))
}

/** At most 5 others are named. */
const MIRIP_MAX = 5

function looksLike({ id, nama }: Named, all: readonly (Named & { readonly looks: string })[]) {
  const looks = looksOf(nama)
  const others = all.filter((other) => other.looks === looks && other.id !== id).slice(0, MIRIP_MAX)
  return others.map((other) => ({ id: toId('pengguna', other.id), nama: other.nama }))
}
