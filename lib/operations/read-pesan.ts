import type { ListPesan, PesanPage, PesanView } from '@/lib/contract/pesan'
import { recordAccess } from '@/lib/data/audit'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { cursorOf, findPesanFor, snapshotPesan } from '@/lib/data/pesan'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadPesan } from '@/lib/policy/pesan'
import { presentPage, presentPesan } from '@/lib/presenters/pesan'

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
  return { rev: snapshot.rev, ...presentPage(actor, snapshot, place) }
}

/** One pesan. @throws Refusal `not_found`, `forbidden` */
export async function readPesan(actor: Actor, id: string, alasan?: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  allow(canReadPesan(actor, found))
  await recordAccess(actor, 'pesan', found, alasan)
  return presentPesan(actor, found.pesan)
}
