import type { DokterView, SearchDokter } from '@/lib/contract/pengguna'
import { prisma } from '@/lib/data/prisma'
import { sipIsValid } from '@/lib/data/sip'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'

/** Every verified, active dokter with a valid SIP whose name and specialisation contain these words, those who are available first. Anybody signed in may look. */
export async function searchDokter(_actor: Actor, { q, spesialisasi }: SearchDokter): Promise<DokterView[]> {
  const contains = (words: string | undefined) => ({ contains: escapeLike(words?.trim() ?? ''), mode: 'insensitive' as const })
  const found = await prisma().dokter.findMany({
    where: {
      statusVerifikasi: 'terverifikasi',
      AND: sipIsValid(),
      spesialisasi: contains(spesialisasi),
      pengguna: { aktif: true },
      OR: [{ pengguna: { nama: contains(q) } }, { spesialisasi: contains(q) }],
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

/** Prisma hands `contains` to LIKE as it is: what people type must not act as a pattern, and NUL is no text. */
const escapeLike = (words: string) => words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')
