import type { ListPesan, PesanPage, PesanView } from '@/lib/contract/pesan'
import { recordAccess } from '@/lib/data/audit'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { cursorOf, findPesanFor, type PesanSnapshot, snapshotPesan } from '@/lib/data/pesan'
import { toId } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadPesan } from '@/lib/policy/pesan'
import { presentAll, presentPesan } from '@/lib/presenters/pesan'

type Found = Pick<KonsultasiHead, 'id' | 'pasienId' | 'dokterId' | 'penerusId'>

/** A page of a conversation by its id. @throws Refusal `not_found`, `forbidden` */
export async function listPesan(actor: Actor, konsultasiId: string, place: ListPesan): Promise<PesanPage> {
  return listPesanOf(actor, await findKonsultasiFor(actor, konsultasiId), place)
}

/** The same of one that was found already, and the `rev` of that moment. Reading marks nothing as read. @throws Refusal `forbidden` */
export async function listPesanOf(actor: Actor, konsultasi: Found, place: ListPesan): Promise<PesanPage & { rev: number }> {
  allow(canReadPesan(actor, konsultasi))
  await recordAccess(actor, 'pesan', konsultasi, place.alasan)
  // Whoever asks for the end of it opens it; whoever asks what is new has it open.
  const opens = cursorOf(place) === 'newest' && actor.id === konsultasi.dokterId
  const snapshot = await snapshotPesan(konsultasi.id, actor.id, place, opens)
  const has_more = snapshot.pesan.length > place.per_page
  const shown = snapshot.pesan.slice(0, place.per_page)
  const page = { ...snapshot, pesan: shown }
  const goesBack = ['newest', 'before'].includes(cursorOf(place))
  return {
    rev: snapshot.rev,
    data: presentAll(actor, goesBack ? shown.reverse() : shown),
    meta: {
      rev: place.since !== undefined && has_more ? reachOf(page) : snapshot.rev,
      epoch: snapshot.epoch,
      unread_count: snapshot.unread_count,
      status: snapshot.status,
      mengetik: snapshot.mengetik.map((id) => toId('pengguna', id)),
    },
    pagination: { per_page: place.per_page, has_more },
  }
}

/** How far an answer to `since` reaches when there is more: a client that asks again from here misses nothing. */
const reachOf = ({ pesan, rev }: PesanSnapshot): number => pesan.at(-1)?.rev ?? rev

/** One pesan. @throws Refusal `not_found`, `forbidden` */
export async function readPesan(actor: Actor, id: string, alasan?: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  allow(canReadPesan(actor, found))
  await recordAccess(actor, 'pesan', found, alasan)
  return presentPesan(actor, found.pesan)
}
