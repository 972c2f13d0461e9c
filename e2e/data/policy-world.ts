import { hashPassword } from '@/lib/auth/password'
import { pool } from '@/lib/data/pool'
import { type IdPrefix, newUuid, toId } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'

/** Every kind of person that there is to one konsultasi. The three dokter of it are the same one, as they may stand. */
export const KINDS = ['pasien', 'another pasien', 'dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended', 'admin'] as const
export type Kind = (typeof KINDS)[number]

/** A konsultasi with a pesan of each side, and somebody who does something with it. Ids are a client's. */
export interface World {
  readonly actor: Actor
  readonly konsultasi: KonsultasiHead
  readonly id: string
  /** What the pasien sent (a file), and what the dokter answered. */
  readonly pesan: { readonly pasien: string; readonly dokter: string }
  readonly lampiran: string
  readonly dokter: string
  readonly anotherDokter: string
  /** Somebody whom an admin may do something to. */
  readonly somebody: string
  readonly sesi: string
  /** A child of the pasien. */
  readonly profil: string
  /** What its dokter issued, and what the pasien asked about it. */
  readonly dokumen: string
  readonly permintaan: string
}

let hash: Promise<string> | undefined

const people: string[] = []

/** Closes the accounts of all that were made, so that no list of the clinic has them. */
export async function closeWorlds(): Promise<void> {
  await pool().query('UPDATE pengguna SET aktif = false, ditutup_pada = now() WHERE id = ANY($1)', [people.splice(0)])
}

/** Makes one, in two statements. */
export async function makeWorld(kind: Kind, status: 'pending' | 'active' = 'active'): Promise<World> {
  hash ??= hashPassword('kata sandi dari uji')
  const uuid = Object.fromEntries(
    [
      'pasien',
      'dokter',
      'anotherPasien',
      'anotherDokter',
      'admin',
      'somebody',
      'konsultasi',
      'pesanPasien',
      'pesanDokter',
      'lampiran',
      'sesi',
      'profil',
      'dokumen',
      'permintaan',
    ].map((name) => [name, newUuid()]),
  ) as Record<string, string>
  const isVerified = kind !== 'dokter, not verified'
  const who = uuid[
    { pasien: 'pasien', 'another pasien': 'anotherPasien', 'another dokter': 'anotherDokter', admin: 'admin' }[kind as string] ?? 'dokter'
  ] as string
  const $ = (name: string) => `'${uuid[name]}'`
  const person = (name: string, peran: string) => `(${$(name)}, '${name}', '${uuid[name]}@uji.test', '${peran}', $1)`
  people.push(...['pasien', 'dokter', 'anotherPasien', 'anotherDokter', 'admin', 'somebody'].map((name) => uuid[name] as string))
  await pool().query(
    `INSERT INTO pengguna (id, nama, email, peran, kata_sandi) SELECT id::uuid, nama, email, peran::peran, kata_sandi FROM (VALUES ${[
      person('pasien', 'pasien'),
      person('anotherPasien', 'pasien'),
      person('somebody', 'pasien'),
      person('dokter', 'dokter'),
      person('anotherDokter', 'dokter'),
      person('admin', 'admin'),
    ].join()}) orang (id, nama, email, peran, kata_sandi)`,
    [await hash],
  )
  await pool().query(`
    INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, status_verifikasi, diverifikasi_pada)
    VALUES (${$('dokter')}, 'Umum', '1', '2', '${isVerified ? 'terverifikasi' : 'ditolak'}', now()),
           (${$('anotherDokter')}, 'Umum', '1', '2', 'terverifikasi', now());
    INSERT INTO sesi (id, pengguna_id, token_hash, berlaku_sampai) VALUES (${$('sesi')}, '${who}', sha256(${$('sesi')}), now() + interval '1 day');
    INSERT INTO profil (id, pemilik_id, hubungan, nama) VALUES (${$('profil')}, ${$('pasien')}, 'anak', 'Ani');
    INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, diterima_pada, urutan, rev, bagikan_riwayat)
    VALUES (${$('konsultasi')}, ${$('pasien')}, ${$('dokter')}, 'Sudah tiga hari batuk', '${status}', ${status === 'active' ? 'now()' : 'NULL'}, 2, 3, true);
    INSERT INTO bahaya (konsultasi_id, kode, tingkat, asal, versi) VALUES (${$('konsultasi')}, 'nyeri_dada', 'merah', 'keluhan', '1');
    INSERT INTO lampiran (id, konsultasi_id, pengunggah_id, tipe, nama, ukuran, mime, sha256, kunci, disimpan_pada, dikirim_pada)
    VALUES (${$('lampiran')}, ${$('konsultasi')}, ${$('pasien')}, 'file', 'a.pdf', 1, 'application/pdf', '', ${$('lampiran')}, now(), now());
    INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, penerima_id, urutan, rev, tipe_pesan, pesan, lampiran_id)
    VALUES (${$('pesanPasien')}, ${$('konsultasi')}, ${$('pasien')}, ${$('dokter')}, 1, 2, 'file', '', ${$('lampiran')}),
           (${$('pesanDokter')}, ${$('konsultasi')}, ${$('dokter')}, ${$('pasien')}, 2, 3, 'text', 'Sejak kapan?', NULL);
    INSERT INTO dokumen (id, konsultasi_id, pesan_id, jenis, nomor, versi, diminta, lembar, kode, terbit_pada)
    VALUES (${$('dokumen')}, ${$('konsultasi')}, ${$('pesanDokter')}, 'lab', ${$('dokumen')}, 1, '{}', '{"jenis": "lab", "nomor": "LAB/1", "versi": 1, "kode": "A", "sha256_pdf": "", "terbit_pada": "2026-11-29T00:00:00.000Z"}', ${$('dokumen')}, now());
    INSERT INTO dokumen_pdf (dokumen_id, pdf) VALUES (${$('dokumen')}, '');
    INSERT INTO permintaan (id, dokumen_id, isi) VALUES (${$('permintaan')}, ${$('dokumen')}, 'Nama saya salah')`)
  const id = (prefix: IdPrefix, name: string) => toId(prefix, uuid[name] as string)
  return {
    actor: {
      id: who,
      sesiId: uuid.sesi as string,
      alamat: null,
      nama: kind,
      email: `${who}@uji.test`,
      peran: kind === 'admin' ? 'admin' : kind.endsWith('pasien') ? 'pasien' : 'dokter',
      terverifikasi: isVerified,
      sipBerlaku: kind !== 'dokter, SIP ended',
      berfaktorKedua: false,
      emailDikonfirmasi: true,
    },
    konsultasi: { id: uuid.konsultasi as string, pasienId: uuid.pasien as string, dokterId: uuid.dokter as string, status, rev: 3 },
    id: id('konsultasi', 'konsultasi'),
    pesan: { pasien: id('pesan', 'pesanPasien'), dokter: id('pesan', 'pesanDokter') },
    lampiran: id('lampiran', 'lampiran'),
    dokter: id('pengguna', 'dokter'),
    anotherDokter: id('pengguna', 'anotherDokter'),
    somebody: id('pengguna', 'somebody'),
    sesi: id('sesi', 'sesi'),
    profil: id('profil', 'profil'),
    dokumen: id('dokumen', 'dokumen'),
    permintaan: id('permintaan', 'permintaan'),
  }
}

/** The same person before ids that name nothing. */
export function withoutThings(world: World): World {
  const none = (prefix: IdPrefix) => toId(prefix, newUuid())
  const pesan = none('pesan')
  const people = { dokter: none('pengguna'), anotherDokter: none('pengguna'), somebody: none('pengguna') }
  return {
    ...world,
    ...people,
    id: none('konsultasi'),
    pesan: { pasien: pesan, dokter: pesan },
    lampiran: none('lampiran'),
    profil: none('profil'),
    dokumen: none('dokumen'),
    permintaan: none('permintaan'),
  }
}
