import type { DokumenView, Terisi } from '@/lib/contract/dokumen'
import type { Prepared } from '@/lib/data/store-dokumen'
import { aturanOf } from '@/lib/domain/dokumen/signa'
import { type IsiProfil, umurPada } from '@/lib/domain/profil'
import { dayInWib } from '@/lib/domain/zona'
import { env } from '@/lib/env'
import type { Diminta } from './asked-dokumen'

/** What is on paper but for its number, its kode and its time. */
export const printedOf = (prepared: Prepared, diminta: Diminta) => ({
  isi: withAturan(diminta),
  dokter: { nama: prepared.nama, spesialisasi: prepared.spesialisasi, nomor_str: prepared.nomor_str, nomor_sip: prepared.nomor_sip },
  profil: printedProfil(prepared.profil, diminta.jenis, prepared.sekarang),
  klinik: { nama: env().klinik.nama ?? new URL(env().nextAuthUrl).hostname, kontak: env().klinik.kontak },
})

/** The content as it is issued: each obat says in plain words how it is used, where its signa was understood. */
function withAturan({ jenis, isi }: Terisi): Record<string, unknown> {
  if (jenis !== 'resep') return isi
  return { ...isi, obat: isi.obat.map((obat) => ({ ...obat, aturan: aturanOf(obat.signa) })) }
}

function printedProfil(profil: IsiProfil, jenis: Diminta['jenis'], now: Date): DokumenView['profil'] {
  const { nama, tanggal_lahir, jenis_kelamin, alamat, berat_kg, alergi } = profil
  const umur = tanggal_lahir === null ? null : umurPada(tanggal_lahir, dayInWib(now))
  const who = { nama, tanggal_lahir, umur, jenis_kelamin, alamat }
  // An employer or a school reads a surat_sakit: what somebody weighs and does not bear is none of their business.
  if (jenis === 'surat_sakit') return { ...who, berat_kg: null, alergi: null }
  return { ...who, berat_kg, alergi: alergi === null ? null : alergi.map((one) => ({ ...one })) }
}
