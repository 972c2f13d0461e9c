import type { AbstractIntlMessages } from 'next-intl'
import type { Locale } from './preferences'

/** One file for each language and namespace: a part of the product has its texts to itself. */
const NAMESPACES = [
  'umum',
  'publik',
  'percakapan',
  'pasien',
  'dokter',
  'admin',
  'galat',
  'lampiran',
  'kabar',
  'sandi',
  'tahan',
  'cari',
  'ruang',
  'kantor',
  'akun',
  'privasi',
] as const
export type Namespace = (typeof NAMESPACES)[number]

/** The catalogue of the pages in one language, each namespace under its own name. */
export async function messagesFor(locale: Locale): Promise<AbstractIntlMessages> {
  const parts = await Promise.all(NAMESPACES.map(async (namespace) => [namespace, await load(locale, namespace)] as const))
  return Object.fromEntries(parts)
}

const load = async (locale: Locale, namespace: Namespace): Promise<AbstractIntlMessages> =>
  ((await import(`./${locale}/${namespace}.json`)) as { default: AbstractIntlMessages }).default
