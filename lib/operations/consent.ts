import type { PersetujuanView } from '@/lib/contract/akun'
import { givePersetujuan, listPersetujuan, withdrawPersetujuan } from '@/lib/data/persetujuan'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import type { PrivasiVersi } from '@/lib/domain/privasi'

/** Writes down that somebody agreed to this version of the privacy notice; again, nothing changes. */
export const giveConsent = (actor: Actor, versi: PrivasiVersi): Promise<void> => transaction((tx) => givePersetujuan(actor, versi, tx))

/** Writes down that somebody takes their consent back. The medical record stays, as the law asks (UU PDP 27/2022, article 8 and 15). */
export const withdrawConsent = (actor: Actor): Promise<void> => transaction((tx) => withdrawPersetujuan(actor, tx))

/** What one agreed to, the newest first. */
export const listConsent = async (actor: Actor): Promise<PersetujuanView[]> =>
  (await listPersetujuan(actor.id)).map(({ versi, diberikan_pada, ditarik_pada }) => ({
    versi,
    diberikan_pada: diberikan_pada.toISOString(),
    ditarik_pada: ditarik_pada?.toISOString() ?? null,
  }))
