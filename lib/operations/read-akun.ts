import type { AkunView } from '@/lib/contract/akun'
import { countRecovery } from '@/lib/data/faktor-kedua'
import { findWantedEmail } from '@/lib/data/konfirmasi-email'
import type { Actor } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import { presentActor } from './present-pengguna'

/** One's own account, as the pages about it show it. */
export async function readAkun(actor: Actor): Promise<AkunView> {
  return {
    pengguna: presentActor(actor),
    email_dikonfirmasi: actor.emailDikonfirmasi,
    email_baru: await findWantedEmail(actor.id),
    faktor_kedua: {
      aktif: actor.berfaktorKedua,
      wajib: env().requireSecondFactor.includes(actor.peran),
      kode_tersisa: actor.berfaktorKedua ? await countRecovery(actor.id) : 0,
    },
  }
}
