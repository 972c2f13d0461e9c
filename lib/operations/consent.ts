import type { PersetujuanView } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { givePersetujuan, listPersetujuan, withdrawPersetujuan } from '@/lib/data/persetujuan'
import { type Transaction, transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import type { PrivasiVersi } from '@/lib/domain/privasi'

/** Writes down that somebody agreed to this version of the privacy notice; again, nothing changes. */
export const giveConsent = (actor: Actor, versi: PrivasiVersi): Promise<void> => transaction((tx) => recordConsent(actor, versi, tx))

/** The same in a transaction of somebody else's, for who has just registered. */
export async function recordConsent(owner: Pick<Actor, 'id' | 'alamat'>, versi: PrivasiVersi, tx: Transaction): Promise<void> {
  if (await givePersetujuan(owner.id, versi, tx))
    await insertAudit({ aktor: owner, aksi: 'persetujuan.diberikan', penggunaId: owner.id, alasan: versi }, tx)
}

/** Writes down that somebody takes their consent back. The medical record stays, as the law asks (UU PDP 27/2022, article 8 and 15). */
export const withdrawConsent = (actor: Actor): Promise<void> =>
  transaction(async (tx) => {
    const versi = await withdrawPersetujuan(actor.id, tx)
    if (versi) await insertAudit({ aktor: actor, aksi: 'persetujuan.ditarik', penggunaId: actor.id, alasan: versi }, tx)
  })

/** What one agreed to, the newest first. */
export const listConsent = async (actor: Actor): Promise<PersetujuanView[]> =>
  (await listPersetujuan(actor.id)).map(({ versi, diberikan_pada, ditarik_pada }) => ({
    versi,
    diberikan_pada: diberikan_pada.toISOString(),
    ditarik_pada: ditarik_pada?.toISOString() ?? null,
  }))
