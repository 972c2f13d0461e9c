import type { DokterView, SearchDokter } from '@/lib/contract/pengguna'
import { containing } from '@/lib/data/like'
import { prisma } from '@/lib/data/prisma'
import { sipIsValid } from '@/lib/data/sip'
import { isNamed } from '@/lib/domain/folding'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'

/**
 * Every verified, active dokter with a valid SIP, those who are available first; with `q` those whose name and specialisation together have
 * each of its words, in any order. Anybody signed in may look.
 */
export async function searchDokter(_actor: Actor, { q = '', spesialisasi }: SearchDokter): Promise<DokterView[]> {
  const found = await prisma().dokter.findMany({
    where: {
      statusVerifikasi: 'terverifikasi',
      AND: sipIsValid(),
      spesialisasi: containing(spesialisasi),
      pengguna: { aktif: true },
    },
    select: { penggunaId: true, spesialisasi: true, tersedia: true, pengguna: { select: { nama: true } } },
    orderBy: [{ tersedia: 'desc' }, { pengguna: { nama: 'asc' } }],
  })
  // Without a `q` all of them are the answer, so they are few enough to be read here.
  return found
    .filter((dokter) => isNamed(`${dokter.pengguna.nama} ${dokter.spesialisasi}`, q))
    .map(({ penggunaId, pengguna, spesialisasi, tersedia }) => ({
      id: toId('pengguna', penggunaId),
      nama: pengguna.nama,
      spesialisasi,
      tersedia,
    }))
}
