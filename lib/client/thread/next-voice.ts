import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'

/**
 * The recording that is heard after this one: of the pesan that directly follows, whoever sent it, so that a talk is heard as it was held. Words, a
 * picture or a file in between end it: they are to be read first. What was deleted is nothing in between.
 */
export function nextVoice(pesan: ReadonlyMap<number, PesanView>, lampiranId: string): LampiranView | null {
  const heard = [...pesan.values()].find(({ lampiran }) => lampiran?.id === lampiranId)
  let next = heard && pesan.get(heard.urutan + 1)
  while (next && next.dihapus_pada !== null) next = pesan.get(next.urutan + 1)
  return next?.lampiran?.tipe === 'audio' ? next.lampiran : null
}
