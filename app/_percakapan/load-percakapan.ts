import { answerRefusal } from '@/lib/auth/pages'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from '@/lib/domain/pesan'
import { listPesan } from '@/lib/operations/list-pesan'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'
import { tellAbilities } from '@/lib/operations/tell-abilities'
import type { PercakapanProps } from './percakapan'

/** Everything the first screen of a conversation needs, for `<Percakapan/>`; a stranger gets the page that belongs to the refusal. */
export async function loadPercakapan(actor: Actor, id: string): Promise<PercakapanProps> {
  const { konsultasi, page } = await read(actor, id).catch(answerRefusal)
  const saya = { id: toId('pengguna', actor.id), peran: actor.peran }
  return { konsultasi, page, saya, bisa: tellAbilities(actor, konsultasi) }
}

async function read(actor: Actor, id: string): Promise<{ konsultasi: KonsultasiView; page: PesanPage }> {
  const konsultasi = await readKonsultasi(actor, id)
  const { data, meta, pagination } = await listPesan(actor, id, { per_page: firstPage(konsultasi.unread_count) })
  return { konsultasi, page: { data, meta, pagination } }
}

/** The newest page, or a larger one that has all that is unread, so that the reader can begin there. */
const firstPage = (unread: number) => Math.min(PER_PAGE_MAX, Math.max(PER_PAGE_DEFAULT, unread + 5))
