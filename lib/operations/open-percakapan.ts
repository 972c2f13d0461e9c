import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'
import { recordAccess } from '@/lib/data/audit'
import { openKonsultasiFor } from '@/lib/data/konsultasi-row'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { AbilitiesByStatus } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX, type PesanPlace } from '@/lib/domain/pesan'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { abilitiesByStatus, canRead } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { presentProfil } from '@/lib/presenters/profil'
import { listPesanOf } from './read-pesan'

/** Where the first screen begins: at the pesan with this `urutan`, with so many on either side of it; null is the end of the conversation. */
interface Beginning {
  readonly urutan: number | null
  readonly perSide: number
}

/** All that the first screen of a conversation shows. */
export interface OpenedPercakapan {
  readonly konsultasi: KonsultasiView
  /** The newest page of its pesan, with all that is unread as far as one page holds it. */
  readonly page: PesanPage
  /** What surrounds the pesan that it begins at, as far as the newest page does not have it; null where it begins at the end. */
  readonly around: { readonly urutan: number; readonly pages: PesanPage[] } | null
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
export async function openPercakapan(actor: Actor, id: string, { urutan, perSide }: Beginning, bahasa?: Bahasa): Promise<OpenedPercakapan> {
  const row = await openKonsultasiFor(actor, id)
  const found = { id: row.id, pasienId: row.pasien_id, dokterId: row.dokter_id, penerusId: row.penerus_id }
  allow(canRead(actor, found))
  await recordAccess(actor, 'konsultasi', found, null)
  const read = async (place: PesanPlace): Promise<PesanPage> => {
    const { rev: _, ...page } = await listPesanOf(actor, found, place)
    return page
  }
  const page = await read({ per_page: firstPage(row.unread_count) })
  const isThere = urutan !== null && urutan <= (page.data.at(-1)?.urutan ?? 0)
  const isShown = page.data.some((pesan) => pesan.urutan === urutan)
  const sides = isThere && !isShown ? [{ before: urutan + 1 }, { after: urutan }] : []
  const pages = await Promise.all(sides.map((side) => read({ per_page: perSide, ...side })))
  const bisa = abilitiesByStatus(actor, found)
  const profil = row.profil_kini ? presentProfil(row.profil_id, row.profil_kini) : undefined
  const { wajibRingkasan, tawarkanLainMenit } = env()
  return {
    wajibRingkasan,
    tawarkanLainMenit,
    profil,
    konsultasi: presentKonsultasi(actor, row, bahasa),
    page,
    around: isThere ? { urutan, pages } : null,
    bisa,
  }
}

/** The newest page, or a larger one that has all that is unread, so that the reader can begin there. */
const firstPage = (unread: number) => Math.min(PER_PAGE_MAX, Math.max(PER_PAGE_DEFAULT, unread + 5))
