import { addJob, kabariKey, pushQueue } from '@/lib/data/jobs'
import { claimKabar, readKabar } from '@/lib/data/kabar'
import { listLivingLangganan } from '@/lib/data/langganan-push'
import { findPenerima } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import { caraOf, type Decision, decideKabar } from '@/lib/domain/kabar'

/**
 * Decides whether to tell somebody that there are unread pesan in a konsultasi. Telling is written down together with one job for each of
 * their browsers, so that whatever breaks down in between, nobody is told twice and nobody is forgotten. Ids are plain UUIDs.
 */
export async function tellOfPesan(konsultasiId: string, penggunaId: string): Promise<Decision> {
  const known = await readKabar(konsultasiId, penggunaId)
  const decision = known && decideKabar(known)
  const who = { konsultasi_id: konsultasiId, pengguna_id: penggunaId }
  if (decision?.what === 'wait') await addJob(null, 'kabari', who, { at: decision.until, key: kabariKey(who) })
  if (decision?.what === 'tell') await tell(konsultasiId, penggunaId, { terlama: known?.terlama ?? 0, sampai: decision.sampai })
  return decision
}

const tell = (konsultasiId: string, penggunaId: string, unread: { terlama: number; sampai: number }): Promise<void> =>
  transaction(async (tx) => {
    const penerima = await findPenerima(konsultasiId, penggunaId, 'pesan', tx)
    const { push, surat } = penerima ? caraOf(penerima, 'pesan') : { push: false, surat: false }
    const langganan = push ? await listLivingLangganan(penggunaId, tx) : []
    if ((langganan.length === 0 && !surat) || !(await claimKabar(konsultasiId, penggunaId, unread, tx))) return
    for (const langganan_id of langganan)
      await addJob(tx, 'kirim_push', { langganan_id, konsultasi_id: konsultasiId }, { queue: pushQueue(penggunaId) })
    if (surat)
      await addJob(tx, 'surat_konsultasi', { konsultasi_id: konsultasiId, pengguna_id: penggunaId, jenis: 'pesan', surat_id: newUuid() })
  })
