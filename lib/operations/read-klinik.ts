import { env } from '@/lib/env'

/** Who is responsible for the data of this installation, and how to reach them. */
export interface Klinik {
  /** What the clinic calls itself; null when the operator has not said it. */
  readonly nama: string | null
  /** Where its pages are: a host. */
  readonly alamat: string
  readonly kontak: { readonly teks: string; readonly href: string } | null
}

export function readKlinik(): Klinik {
  const { klinik, nextAuthUrl } = env()
  return {
    nama: klinik.nama,
    alamat: new URL(nextAuthUrl).host,
    kontak: klinik.kontak ? { teks: klinik.kontak, href: hrefOf(klinik.kontak) } : null,
  }
}

function hrefOf(kontak: string): string {
  if (kontak.startsWith('+')) return `tel:${kontak.replace(/[ -]/g, '')}`
  return kontak.startsWith('https:') ? kontak : `mailto:${kontak}`
}
