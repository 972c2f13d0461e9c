import { prisma } from './prisma'

const COLUMNS = {
  id: true,
  konsultasiId: true,
  tipe: true,
  nama: true,
  ukuran: true,
  mime: true,
  dibuatPada: true,
  dikirimPada: true,
} as const

/** What somebody uploaded and was not thrown away, oldest first. */
export const listLampiranBy = (penggunaId: string) =>
  prisma().lampiran.findMany({ where: { pengunggahId: penggunaId, dibuangPada: null }, select: COLUMNS, orderBy: { id: 'asc' } })
