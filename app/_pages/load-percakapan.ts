import { getTranslations } from 'next-intl/server'
import type { PercakapanProps } from '@/app/_percakapan/percakapan'
import { answerRefusal, currentActor } from '@/lib/auth/pages'
import { STEP } from '@/lib/client/thread/thread-window'
import type { PesanPage } from '@/lib/contract/pesan'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX, type PesanPlace, urutanIn } from '@/lib/domain/pesan'
import { listPesan } from '@/lib/operations/list-pesan'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'
import { tellAbilities } from '@/lib/operations/tell-abilities'

/**
 * Everything the first screen of a conversation needs, for `<Percakapan/>`; a stranger gets the page that belongs to the refusal. `pesan`
 * is the address's wish to begin at that `urutan`; one that names no pesan is passed over.
 */
export async function loadPercakapan(actor: Actor, id: string, pesan: string | string[] | undefined): Promise<PercakapanProps> {
  const { konsultasi, page, around } = await read(actor, id, urutanIn(pesan)).catch(answerRefusal)
  const saya = { id: toId('pengguna', actor.id), peran: actor.peran, email: actor.email }
  return { konsultasi, page, around, saya, bisa: tellAbilities(actor, konsultasi) }
}

/** Whose conversation a tab shows, never what is said in it; nothing special for somebody who may not see it. */
export async function titleOf(id: string): Promise<string> {
  const t = await getTranslations('percakapan.log')
  const actor = await currentActor()
  const konsultasi = actor && (await readKonsultasi(actor, id).catch(() => null))
  if (!actor || !konsultasi) return t('nama')
  return (actor.peran === 'dokter' ? konsultasi.pasien : konsultasi.dokter).nama
}

async function read(actor: Actor, id: string, urutan: number | null) {
  const konsultasi = await readKonsultasi(actor, id)
  const page = await readPage(actor, id, { per_page: firstPage(konsultasi.unread_count) })
  const isThere = urutan !== null && urutan <= (page.data.at(-1)?.urutan ?? 0)
  return { konsultasi, page, around: isThere ? { urutan, pages: await readAround(actor, id, page, urutan) } : null }
}

async function readAround(actor: Actor, id: string, newest: PesanPage, urutan: number): Promise<PesanPage[]> {
  if (newest.data.some((pesan) => pesan.urutan === urutan)) return []
  const sides = [{ before: urutan + 1 }, { after: urutan }]
  return Promise.all(sides.map((side) => readPage(actor, id, { per_page: STEP, ...side })))
}

async function readPage(actor: Actor, id: string, place: PesanPlace): Promise<PesanPage> {
  const { data, meta, pagination } = await listPesan(actor, id, place)
  return { data, meta, pagination }
}

/** The newest page, or a larger one that has all that is unread, so that the reader can begin there. */
const firstPage = (unread: number) => Math.min(PER_PAGE_MAX, Math.max(PER_PAGE_DEFAULT, unread + 5))
