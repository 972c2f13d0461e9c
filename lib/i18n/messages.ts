import type { AbstractIntlMessages } from 'next-intl'
import type { Bahasa } from '@/lib/domain/bahasa'
import type admin from './id/admin.json'
import type akun from './id/akun.json'
import type alur from './id/alur.json'
import type bahaya from './id/bahaya.json'
import type cari from './id/cari.json'
import type dokter from './id/dokter.json'
import type dokumen from './id/dokumen.json'
import type galat from './id/galat.json'
import type kabar from './id/kabar.json'
import type lampiran from './id/lampiran.json'
import type luring from './id/luring.json'
import type meja from './id/meja.json'
import type naskah from './id/naskah.json'
import type pasien from './id/pasien.json'
import type percakapan from './id/percakapan.json'
import type privasi from './id/privasi.json'
import type profil from './id/profil.json'
import type publik from './id/publik.json'
import type sandi from './id/sandi.json'
import type umum from './id/umum.json'
import type verifikasi from './id/verifikasi.json'

/** The texts of the pages. The Indonesian ones say which keys there are; a test holds that the other languages have the same. */
interface Catalogue {
  admin: typeof admin
  akun: typeof akun
  alur: typeof alur
  bahaya: typeof bahaya
  cari: typeof cari
  dokter: typeof dokter
  dokumen: typeof dokumen
  galat: typeof galat
  kabar: typeof kabar
  lampiran: typeof lampiran
  luring: typeof luring
  meja: typeof meja
  naskah: typeof naskah
  pasien: typeof pasien
  percakapan: typeof percakapan
  privasi: typeof privasi
  profil: typeof profil
  publik: typeof publik
  sandi: typeof sandi
  umum: typeof umum
  verifikasi: typeof verifikasi
}

/** A part of the product has its texts to itself: one file for each language. */
export type Namespace = keyof Catalogue

declare module 'use-intl' {
  interface AppConfig {
    Messages: Catalogue
    Locale: Bahasa
  }
}

const NAMESPACES: Readonly<Record<Namespace, true>> = {
  admin: true,
  akun: true,
  alur: true,
  bahaya: true,
  cari: true,
  dokter: true,
  dokumen: true,
  galat: true,
  kabar: true,
  lampiran: true,
  luring: true,
  meja: true,
  naskah: true,
  pasien: true,
  percakapan: true,
  privasi: true,
  profil: true,
  publik: true,
  sandi: true,
  umum: true,
  verifikasi: true,
}

const catalogues = new Map<Bahasa, Promise<AbstractIntlMessages>>()

/** The catalogue of the pages in one language, each namespace under its own name. Put together once: each page asks for it. */
export function messagesFor(locale: Bahasa): Promise<AbstractIntlMessages> {
  const catalogue = catalogues.get(locale) ?? gather(locale)
  catalogues.set(locale, catalogue)
  return catalogue
}

async function gather(locale: Bahasa): Promise<AbstractIntlMessages> {
  const names = Object.keys(NAMESPACES) as Namespace[]
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await load(locale, name)] as const)))
}

const load = async (locale: Bahasa, namespace: Namespace): Promise<AbstractIntlMessages> =>
  ((await import(`./${locale}/${namespace}.json`)) as { default: AbstractIntlMessages }).default
