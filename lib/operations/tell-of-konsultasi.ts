import { findDueKontrol } from '@/lib/data/dokumen'
import { addJob, pushQueue } from '@/lib/data/jobs'
import { readKabar } from '@/lib/data/kabar'
import { listLivingLangganan } from '@/lib/data/langganan-push'
import { findPenerima } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import { caraOf, isOver, type JenisKabar } from '@/lib/domain/kabar'

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
    for (const langganan_id of browsers) await addJob(tx, 'kirim_push', { ...what, langganan_id }, { queue: pushQueue(penggunaId) })
    if (surat) await addJob(tx, 'surat_konsultasi', { ...what, pengguna_id: penggunaId, surat_id: newUuid() })
  })
}

/** Reminds both people of a kontrol that was neither cancelled, replaced nor booked since. `dokumenId` is a plain UUID. */
export async function remindOfKontrol(dokumenId: string): Promise<void> {
  await transaction(async (tx) => {
    const due = await findDueKontrol(dokumenId, tx)
    if (!due) return
    for (const pengguna_id of [due.pasien_id, due.dokter_id])
      await addJob(tx, 'kabari_konsultasi', { konsultasi_id: due.id, pengguna_id, jenis: 'kontrol' })
  })
}

/**
 * Tells a dokter that a sign of danger waits: on their browsers unless they have that conversation before them, or by mail. Nobody is told of what was
 * acknowledged meanwhile. Ids are plain UUIDs.
 */
export async function tellOfBahaya(konsultasiId: string, penggunaId: string, cara: 'push' | 'surat'): Promise<void> {
  const isSeen = cara === 'push' && ((await readKabar(konsultasiId, penggunaId))?.terlihatSampai ?? null) !== null
  await transaction(async (tx) => {
    const penerima = await findPenerima(konsultasiId, penggunaId, 'bahaya', tx)
    if (!penerima || isSeen || isOver(penerima, 'bahaya')) return
    const what = { konsultasi_id: konsultasiId, jenis: 'bahaya' } as const
    const browsers = cara === 'push' ? await listLivingLangganan(penggunaId, tx) : []
    for (const langganan_id of browsers) await addJob(tx, 'kirim_push', { ...what, langganan_id }, { queue: pushQueue(penggunaId) })
    if (cara === 'surat') await addJob(tx, 'surat_konsultasi', { ...what, pengguna_id: penggunaId, surat_id: newUuid() })
  })
}
