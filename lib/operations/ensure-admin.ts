import { hashPassword } from '@/lib/auth/password'
import { isPrismaTaken, prisma } from '@/lib/data/prisma'
import { newUuid } from '@/lib/domain/id'
import { Refusal } from '@/lib/domain/refusal'

/**
 * Makes the first admin when there is none who can sign in; of instances that start together one does. @returns whether it did
 * @throws Refusal `email_taken` when the address is that of somebody who is no admin
 */
export async function ensureAdmin(email: string, password: string): Promise<boolean> {
  if (await hasAdmin()) return false
  const account = {
    id: newUuid(),
    nama: 'Admin',
    email: email.trim().toLowerCase(),
    peran: 'admin' as const,
    emailDikonfirmasiPada: new Date(),
  }
  try {
    await prisma().pengguna.create({ data: { ...account, kataSandi: await hashPassword(password) }, select: { id: true } })
    return true
  } catch (error) {
    if (!isPrismaTaken(error)) throw error
    if (await hasAdmin()) return false
    throw new Refusal('email_taken')
  }
}

/** Is there an admin who can sign in? */
export const hasAdmin = async (): Promise<boolean> =>
  (await prisma().pengguna.findFirst({ where: { peran: 'admin', aktif: true }, select: { id: true } })) !== null
