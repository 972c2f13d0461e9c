import type { DokterView, SearchDokter } from '@/lib/contract/pengguna'
import { listBookable } from '@/lib/data/dokter'
import { isNamed } from '@/lib/domain/folding'
import type { Actor } from '@/lib/domain/pengguna'
import { presentDokter } from '@/lib/presenters/dokter'

/**
 * Every verified, active dokter with a valid SIP, those who are available first; with `q` those whose name and specialisation together have
 * each of its words, in any order. Anybody signed in may look.
 */
export async function searchDokter(_actor: Actor, { q = '', spesialisasi }: SearchDokter): Promise<DokterView[]> {
  const found = await listBookable(spesialisasi)
  const now = new Date()
  // Without a `q` all of them are the answer, so they are few enough to be read here.
  const all = found.filter((dokter) => isNamed(`${dokter.nama} ${dokter.spesialisasi}`, q)).map((row) => presentDokter(row, now))
  return [...all.filter(({ tersedia }) => tersedia), ...all.filter(({ tersedia }) => !tersedia)]
}
