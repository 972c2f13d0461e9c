import { listLivingLangganan } from '@/lib/data/langganan-push'
import { findPenerima, type PenerimaKabar } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { CARA_BIASA, type CaraKabar, type JenisKabar } from '@/lib/domain/kabar'
import { kirimPushLater, suratKonsultasiLater } from '@/lib/jobs/later'

/**
 * Tells one of the two people of a konsultasi that there is something about it, in the ways that they chose: one job for each of their browsers and
 * one for a letter, all written together. A dokter is not told of a booking that is answered already. Ids are plain UUIDs.
 */
export async function tellOfKonsultasi(konsultasiId: string, penggunaId: string, jenis: JenisKabar): Promise<void> {
  await transaction(async (tx) => {
    const penerima = await findPenerima(konsultasiId, penggunaId, jenis, tx)
    if (!penerima || isOver(penerima, jenis)) return
    const { push, surat } = caraOf(penerima, jenis)
    const what = { konsultasi_id: konsultasiId, jenis }
    const browsers = push ? await listLivingLangganan(penggunaId, tx) : []
    for (const langganan_id of browsers) await kirimPushLater({ ...what, langganan_id }, penggunaId, tx)
    if (surat) await suratKonsultasiLater({ ...what, pengguna_id: penggunaId }, tx)
  })
}

/** Is there nothing to tell any more? */
export const isOver = ({ status }: Pick<PenerimaKabar, 'status'>, jenis: JenisKabar): boolean =>
  jenis === 'pengajuan' && status !== 'pending'

export const caraOf = ({ pilihan }: Pick<PenerimaKabar, 'pilihan'>, jenis: JenisKabar): CaraKabar => pilihan ?? CARA_BIASA[jenis]
