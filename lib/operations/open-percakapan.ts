import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'
import { recordAccess } from '@/lib/data/audit'
import { openPercakapanFor } from '@/lib/data/opened-percakapan'
import { snapshotPesan } from '@/lib/data/pesan'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { AbilitiesByStatus } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import type { PesanPlace } from '@/lib/domain/pesan'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { abilitiesByStatus } from '@/lib/policy/konsultasi'
import { canReadPesan } from '@/lib/policy/pesan'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { presentPage } from '@/lib/presenters/pesan'
import { presentProfil } from '@/lib/presenters/profil'

/** Where the first screen begins: at the pesan with this `urutan`, with so many on either side of it; null is the end of the conversation. */
interface Beginning {
  readonly urutan: number | null
  readonly perSide: number
}

/** What surrounds the pesan that the first screen begins at, as far as the newest page does not have it. */
interface Around {
  readonly urutan: number
  readonly pages: PesanPage[]
}

/** All that the first screen of a conversation shows. */
export interface OpenedPercakapan {
  readonly konsultasi: KonsultasiView
  /** The newest page of its pesan, with all that is unread as far as one page holds it. */
  readonly page: PesanPage
  /** Null where it begins at the end. */
  readonly around: Around | null
  /** What this person can do in each status that it may come to: an open page follows a change without asking again. */
  readonly bisa: AbilitiesByStatus
  /** After so many minutes without an answer its pasien is offered others. */
  readonly tawarkanLainMenit: number
  /** For its dokter: who is treated, as it is known now. */
  readonly profil?: ProfilView | undefined
  /** Does the clinic want a ringkasan at the end of each konsultasi? */
  readonly wajibRingkasan: boolean
}

/** Opens a conversation: found and read once. An `urutan` that it does not have is passed over. @throws Refusal `not_found`, `forbidden` */
export async function openPercakapan(actor: Actor, id: string, beginning: Beginning, bahasa?: Bahasa): Promise<OpenedPercakapan> {
  const row = await openPercakapanFor(actor, id)
  const found = { id: row.id, pasienId: row.pasien_id, dokterId: row.dokter_id, penerusId: row.penerus_id }
  allow(canReadPesan(actor, found))
  await recordAccess(actor, 'konsultasi', found, null)
  await recordAccess(actor, 'pesan', found, null)
  const page = presentPage(actor, row, { per_page: row.per_page })
  const bisa = abilitiesByStatus(actor, found)
  const profil = row.profil_kini ? presentProfil(row.profil_id, row.profil_kini) : undefined
  const { wajibRingkasan, tawarkanLainMenit } = env()
  return {
    wajibRingkasan,
    tawarkanLainMenit,
    profil,
    konsultasi: presentKonsultasi(actor, row, bahasa),
    page,
    around: await readAround(actor, row.id, page, beginning),
    bisa,
  }
}

async function readAround(actor: Actor, konsultasiId: string, newest: PesanPage, { urutan, perSide }: Beginning): Promise<Around | null> {
  if (urutan === null || urutan > (newest.data.at(-1)?.urutan ?? 0)) return null
  if (newest.data.some((pesan) => pesan.urutan === urutan)) return { urutan, pages: [] }
  const places = [{ before: urutan + 1 }, { after: urutan }].map((side) => ({ per_page: perSide, ...side }))
  const read = async (place: PesanPlace) => presentPage(actor, await snapshotPesan(konsultasiId, actor.id, place), place)
  return { urutan, pages: await Promise.all(places.map(read)) }
}
