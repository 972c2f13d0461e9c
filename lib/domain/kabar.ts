import type { Peran } from './pengguna'

/** How long a new pesan may go unread before its recipient is told, in milliseconds: whoever has it open has read it by then. */
export const KABAR_DELAY_MS = 2000

/**
 * What people are told of when no page of theirs shows it: new pesan (both), a booking that waits for its dokter, and what else became of a
 * konsultasi: for its pasien that it was accepted, rejected, completed or expired, or that a wish was answered; for its dokter that a dokumen is to be corrected.
 */
export const JENIS_KABAR = ['pesan', 'pengajuan', 'konsultasi'] as const

/** A sign of danger that waits for its dokter, and a kontrol that is due: these are nobody's choice. */
export type JenisKabar = (typeof JENIS_KABAR)[number] | 'bahaya' | 'kontrol'

/** The ways there are. */
export interface CaraKabar {
  readonly push: boolean
  readonly surat: boolean
}

/** How somebody is told who has not said otherwise. */
export const CARA_BIASA: Readonly<Record<JenisKabar, CaraKabar>> = {
  pesan: { push: true, surat: false },
  pengajuan: { push: true, surat: true },
  konsultasi: { push: true, surat: true },
  bahaya: { push: true, surat: true },
  kontrol: { push: true, surat: true },
}

/** Is there nothing to tell any more? A dokter is not told of a booking that is answered already, nor of signs of danger that they acknowledged. */
export const isOver = ({ status, mendesak }: { readonly status: string; readonly mendesak: boolean }, jenis: JenisKabar): boolean =>
  (jenis === 'pengajuan' && status !== 'pending') || (jenis === 'bahaya' && !(mendesak && (status === 'pending' || status === 'active')))

/** How somebody is told of it who chose so, or (null) chose nothing. */
export const caraOf = ({ pilihan }: { readonly pilihan: CaraKabar | null }, jenis: JenisKabar): CaraKabar => pilihan ?? CARA_BIASA[jenis]

/** What there is to choose for each role; an admin is told of nothing. */
export const JENIS_FOR: Readonly<Record<Peran, readonly (typeof JENIS_KABAR)[number][]>> = {
  pasien: ['pesan', 'konsultasi'],
  dokter: ['pesan', 'pengajuan', 'konsultasi'],
  admin: [],
}

/** How often in a row a push service may refuse before its browser is forgotten. */
export const PUSH_FAILURES_MAX = 20

/** What a notification says. Nothing of a conversation ever leaves with it. */
export interface Kabar {
  readonly judul: string
  readonly isi: string
  /** One for each konsultasi: a newer one takes the place of an older one. */
  readonly tag: string
  /** Where it leads, on this site. */
  readonly url: string
}

/** Browsers of one person that are told; the oldest subscription gives way. */
export const LANGGANAN_MAX = 10

/** Characters of a push address. */
export const ENDPOINT_MAX = 1024

/** How often a page says that it is on a screen, in milliseconds, and how long that is believed. */
export const HADIR_BEAT_MS = 45_000
export const HADIR_MS = 100_000

/** Somebody who was here less than this ago is here now, in milliseconds: two beats and their way. */
export const AKTIF_MS = 120_000

interface Unread {
  /** The first and the last unread `urutan`; null when all is read. */
  readonly terlama: number | null
  readonly terbaru: number | null
  /** Up to where this person was told before. */
  readonly dikabari: number
  /** Until when a page that shows this konsultasi counts as visible; null when there is none. */
  readonly terlihatSampai: Date | null
}

export type Decision = { readonly what: 'tell'; readonly sampai: number } | { readonly what: 'wait'; readonly until: Date } | null

/** Tell somebody that there are new pesan? Not what was read, not again before the last news was seen, not while it is before their eyes. */
export function decideKabar({ terlama, terbaru, dikabari, terlihatSampai }: Unread): Decision {
  if (terlama === null || terbaru === null || terlama <= dikabari) return null
  return terlihatSampai ? { what: 'wait', until: terlihatSampai } : { what: 'tell', sampai: terbaru }
}
