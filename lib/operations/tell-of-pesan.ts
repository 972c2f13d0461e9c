import { claimKabar, readKabar } from '@/lib/data/kabar'
import { listLivingLangganan } from '@/lib/data/langganan-push'
import { transaction } from '@/lib/data/sql'
import { type Decision, decideKabar } from '@/lib/domain/kabar'
import { kabariLater, kirimPushLater } from '@/lib/jobs/later'

/**
 * Decides whether to tell somebody that there are unread pesan in a konsultasi. Telling is written down together with one job for each of
 * their browsers, so that whatever breaks down in between, nobody is told twice and nobody is forgotten. Ids are plain UUIDs.
 */
export async function tellOfPesan(konsultasiId: string, penggunaId: string): Promise<Decision> {
  const known = await readKabar(konsultasiId, penggunaId)
  const decision = known && decideKabar(known)
  if (decision?.what === 'wait') await kabariLater({ konsultasi_id: konsultasiId, pengguna_id: penggunaId }, decision.until)
  if (decision?.what === 'tell') await tell(konsultasiId, penggunaId, { terlama: known?.terlama ?? 0, sampai: decision.sampai })
  return decision
}

const tell = (konsultasiId: string, penggunaId: string, unread: { terlama: number; sampai: number }): Promise<void> =>
  transaction(async (tx) => {
    const langganan = await listLivingLangganan(penggunaId, tx)
    if (langganan.length === 0 || !(await claimKabar(konsultasiId, penggunaId, unread, tx))) return
    for (const id of langganan) await kirimPushLater({ langganan_id: id, konsultasi_id: konsultasiId }, tx)
  })
