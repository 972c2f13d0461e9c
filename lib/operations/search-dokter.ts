import type { DokterView, SearchDokter } from '@/lib/contract/pengguna'
import { containing } from '@/lib/data/like'
import { prisma } from '@/lib/data/prisma'
import { sipIsValid } from '@/lib/data/sip'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'

/** Every verified, active dokter with a valid SIP whose name and specialisation contain these words, those who are available first. Anybody signed in may look. */
export async function searchDokter(_actor: Actor, { q, spesialisasi }: SearchDokter): Promise<DokterView[]> {
  const found = await prisma().dokter.findMany({
    where: {
      statusVerifikasi: 'terverifikasi',
      AND: sipIsValid(),
      spesialisasi: containing(spesialisasi),
      pengguna: { aktif: true },
      OR: [{ pengguna: { nama: containing(q) } }, { spesialisasi: containing(q) }],
    },
    select: { penggunaId: true, spesialisasi: true, tersedia: true, pengguna: { select: { nama: true } } },
    orderBy: [{ tersedia: 'desc' }, { pengguna: { nama: 'asc' } }],
  })
  return found.map(({ penggunaId, pengguna, spesialisasi, tersedia }) => ({
    id: toId('pengguna', penggunaId),
    nama: pengguna.nama,
    spesialisasi,
    tersedia,
  }))
}
