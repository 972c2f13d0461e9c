import type { ChooseKabar, PilihanKabarView } from '@/lib/contract/kabar'
import { findBahasa, keepBahasa, keepPilihan, listPilihan } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { CARA_BIASA, JENIS_FOR } from '@/lib/domain/kabar'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'

/** How one is told of what there is to tell in one's role, and in which language one is written to. */
export async function readPilihanKabar(actor: Actor): Promise<PilihanKabarView> {
  const [chosen, bahasa] = [await listPilihan(actor.id), await findBahasa(actor.id)]
  const pilihan = JENIS_FOR[actor.peran].map((jenis) => {
    const { push, surat } = chosen.find((one) => one.jenis === jenis) ?? CARA_BIASA[jenis]
    return { jenis, push, surat }
  })
  return { bahasa: bahasa ?? 'id', pilihan }
}

/** Chooses; what is not named stays as it is. @throws Refusal `validation_failed` on `pilihan` for what one's role is not told of */
export async function chooseKabar(actor: Actor, { bahasa, pilihan = [] }: ChooseKabar): Promise<void> {
  if (pilihan.some(({ jenis }) => !JENIS_FOR[actor.peran].includes(jenis))) throw invalidField('pilihan', 'choice')
  await transaction(async (tx) => {
    if (bahasa) await keepBahasa(actor.id, bahasa, tx)
    for (const { jenis, push, surat } of pilihan) await keepPilihan(actor.id, jenis, { push, surat }, tx)
  })
}
