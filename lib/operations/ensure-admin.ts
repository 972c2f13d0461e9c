import { hashPassword } from '@/lib/auth/password'
import { prisma } from '@/lib/data/prisma'
import { newUuid } from '@/lib/domain/id'

/** Makes the first admin when there is none yet. @returns whether it did */
export async function ensureAdmin(email: string, password: string): Promise<boolean> {
  if (await prisma().pengguna.findFirst({ where: { peran: 'admin' }, select: { id: true } })) return false
  const account = { id: newUuid(), nama: 'Admin', email: email.trim().toLowerCase(), peran: 'admin' as const }
  await prisma().pengguna.create({ data: { ...account, kataSandi: await hashPassword(password) }, select: { id: true } })
  return true
}
