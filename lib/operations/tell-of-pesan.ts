import { claimKabar, readKabar } from '@/lib/data/kabar'
import { listLivingLangganan } from '@/lib/data/langganan-push'
import { findPenerima } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { type Decision, decideKabar } from '@/lib/domain/kabar'
import { kabariLater, kirimPushLater, suratKonsultasiLater } from '@/lib/jobs/later'
import { caraOf } from './tell-of-konsultasi'

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
    const penerima = await findPenerima(konsultasiId, penggunaId, 'pesan', tx)
    const { push, surat } = penerima ? caraOf(penerima, 'pesan') : { push: false, surat: false }
    const langganan = push ? await listLivingLangganan(penggunaId, tx) : []
    if ((langganan.length === 0 && !surat) || !(await claimKabar(konsultasiId, penggunaId, unread, tx))) return
    for (const id of langganan) await kirimPushLater({ langganan_id: id, konsultasi_id: konsultasiId }, penggunaId, tx)
    if (surat) await suratKonsultasiLater({ konsultasi_id: konsultasiId, pengguna_id: penggunaId, jenis: 'pesan' }, tx)
  })
