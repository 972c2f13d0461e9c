import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { OpenedProps, Packed } from '@/app/_percakapan/packed-percakapan'
import { answerRefusal, currentActor } from '@/lib/auth/pages'
import { STEP } from '@/lib/client/thread/thread-window'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { urutanIn } from '@/lib/domain/pesan'
import { type OpenedPercakapan, openPercakapan } from '@/lib/operations/open-percakapan'

/** The address of a conversation: its id, and the pesan that it wishes to begin at; one that names no pesan is passed over. */
export interface PercakapanAddress {
  readonly params: Promise<{ id: string }>
  /** `?pesan=12` begins at the pesan with that `urutan`. */
  readonly searchParams: Promise<{ pesan?: string | string[] }>
}

/** A conversation and, packed, everything that its first screen needs. */
interface Loaded {
  readonly konsultasi: KonsultasiView
  readonly packed: Packed
}

/** For `<PackedPercakapan/>`; a stranger gets the page that belongs to the refusal. */
export async function loadPercakapan(actor: Actor, address: PercakapanAddress): Promise<Loaded> {
  return pack(actor, await open(actor, address).catch(answerRefusal))
}

/** The same for what lies around the page of a conversation; null where the page itself answers that it cannot be seen. */
export async function openedAt(actor: Actor, id: string, pesan: string | undefined) {
  const opened = await openOnce(actor, id, urutanIn(pesan)).catch(() => null)
  return opened && pack(actor, opened)
}

/** Once for each request: what a page and the layout around it both hand over travels once. */
const pack = cache((actor: Actor, { wajibRingkasan, ...opened }: OpenedPercakapan): Loaded => {
  const me = { id: toId('pengguna', actor.id), peran: actor.peran, email: actor.email, wajibRingkasan }
  const props: OpenedProps = { ...opened, me }
  return { konsultasi: opened.konsultasi, packed: { json: JSON.stringify(props) } }
})

/** Whose conversation a tab shows, never what is said in it; nothing special for somebody who may not see it. */
export async function titleOf(address: PercakapanAddress): Promise<string> {
  const t = await getTranslations('percakapan.log')
  const actor = await currentActor()
  const opened = actor?.peran === 'admin' ? null : actor && (await open(actor, address).catch(() => null))
  if (!actor || !opened) return t('nama')
  return (actor.peran === 'dokter' ? opened.konsultasi.profil : opened.konsultasi.dokter).nama
}

const open = async (actor: Actor, { params, searchParams }: PercakapanAddress) =>
  openOnce(actor, (await params).id, urutanIn((await searchParams).pesan))

/** Once for each request: the title and the page are of the same opening. */
const openOnce = cache(async (actor: Actor, id: string, urutan: number | null) =>
  openPercakapan(actor, id, { urutan, perSide: STEP }, await getLocale()),
)
