import type { StatusKonsultasi } from '@/lib/domain/konsultasi'

/** One channel for each person; only its owner is signed in to it. `penggunaId` is the public id (`pengguna_…`). */
export const channelOf = (penggunaId: string): string => `private-${penggunaId}`

/** The `<meta>` in which a page brings what `pusher-js` needs (the answer of `/realtime/config`). */
export const CONFIG_META = 'sapa-realtime'

/** What travels through realtime: ids only. Whoever hears one asks the API what it means. */
export interface Events {
  MessageSent: { konsultasi_id: string; pesan_id: string; urutan: number; rev: number }
  MessageRead: { konsultasi_id: string; sampai: number; rev: number }
  MessageUpdated: { konsultasi_id: string; pesan_id: string; rev: number }
  KonsultasiUpdated: { konsultasi_id: string; status: StatusKonsultasi; rev: number }
  Typing: { konsultasi_id: string; pengguna_id: string }
}

export type EventName = keyof Events
