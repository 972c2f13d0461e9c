import type { IsiPesan } from '@/lib/contract/isi-pesan'
import type { PesanPage, PesanView } from '@/lib/contract/pesan'
import { cursorOf, type PesanRow, type PesanSnapshot } from '@/lib/data/pesan'
import { toId } from '@/lib/domain/id'
import { isIssued, type TipeTerbit } from '@/lib/domain/jenis-pesan'
import type { Actor } from '@/lib/domain/pengguna'
import type { PesanPlace } from '@/lib/domain/pesan'
import { presentLampiran } from './lampiran'

/** Who reads: what of a pesan not everybody may see is decided here. */
export type Reader = Pick<Actor, 'id' | 'peran'>

/** A pesan as this reader sees it. */
export const presentPesan = (reader: Reader, row: PesanRow): PesanView => presentAll(reader, [row])[0] as PesanView

/** Several pesan of a conversation: its few people and its own id are written out once. */
export function presentAll(reader: Reader, rows: PesanRow[]): PesanView[] {
  const konsultasiId = remember((uuid) => toId('konsultasi', uuid))
  const penggunaId = remember((uuid) => toId('pengguna', uuid))
  return rows.map((row) => ({
    id: toId('pesan', row.id),
    konsultasi_id: konsultasiId(row.konsultasi_id),
    urutan: row.urutan,
    rev: row.rev,
    client_id: row.client_id,
    pengirim: { id: penggunaId(row.pengirim_id), nama: row.pengirim_nama, peran: row.pengirim_peran },
    tipe_pesan: row.tipe_pesan,
    pesan: row.pesan,
    lampiran: row.lampiran && presentLampiran(row.lampiran),
    ...presentIsi(row),
    balas_ke: row.balas_ke && toId('pesan', row.balas_ke),
    reaksi: row.reaksi.map(({ emoji, pengguna_id }) => ({ emoji, pengguna_id: penggunaId(pengguna_id) })),
    dibaca_pada: readMarkFor(reader, row),
    dihapus_pada: row.dihapus_pada,
    dibuat_pada: row.dibuat_pada,
  }))
}

/** A page as this reader sees it, from a snapshot that has one row more than the page shows where there are more. */
export function presentPage(reader: Reader, snapshot: PesanSnapshot, place: PesanPlace): PesanPage {
  const has_more = snapshot.pesan.length > place.per_page
  const shown = snapshot.pesan.slice(0, place.per_page)
  const goesBack = ['newest', 'before'].includes(cursorOf(place))
  return {
    data: presentAll(reader, goesBack ? shown.toReversed() : shown),
    meta: {
      rev: place.since !== undefined && has_more ? reachOf(shown, snapshot.rev) : snapshot.rev,
      epoch: snapshot.epoch,
      unread_count: snapshot.unread_count,
      status: snapshot.status,
      mengetik: snapshot.mengetik.map((id) => toId('pengguna', id)),
    },
    pagination: { per_page: place.per_page, has_more },
  }
}

/** How far an answer to `since` reaches when there is more: a client that asks again from here misses nothing. */
const reachOf = (shown: readonly PesanRow[], rev: number): number => shown.at(-1)?.rev ?? rev

/** When it was read: both people and admins see that. */
const readMarkFor = (_reader: Reader, { dibaca_pada }: PesanRow): string | null => dibaca_pada

/** In a field with the name of its kind. */
function presentIsi({ tipe_pesan, isi }: PesanRow): Partial<IsiPesan> {
  if (!isi) return {}
  return { [tipe_pesan]: isIssued(tipe_pesan) ? { ...isi, id: toId(tipe_pesan as TipeTerbit, isi.id as string) } : isi }
}

function remember(write: (uuid: string) => string) {
  const known = new Map<string, string>()
  return (uuid: string): string => {
    const id = known.get(uuid) ?? write(uuid)
    known.set(uuid, id)
    return id
  }
}
