import type { AkunView } from '@/lib/contract/akun'
import type { PenggunaView } from '@/lib/contract/pengguna'
import { countRecovery } from '@/lib/data/faktor-kedua'
import { findWantedEmail } from '@/lib/data/konfirmasi-email'
import type { Actor } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import { presentActor } from '@/lib/presenters/pengguna'

/** Oneself. */
export const readSelf = (actor: Actor): PenggunaView => presentActor(actor)

/** One's own account, as the pages about it show it. */
export async function readAkun(actor: Actor): Promise<AkunView> {
  return {
    pengguna: presentActor(actor),
    email_dikonfirmasi: actor.emailDikonfirmasi,
    email_baru: await findWantedEmail(actor.id),
    faktor_kedua: {
      aktif: actor.berfaktorKedua,
      wajib: env().requireFaktorKedua.includes(actor.peran),
      kode_tersisa: actor.berfaktorKedua ? await countRecovery(actor.id) : 0,
    },
  }
}
