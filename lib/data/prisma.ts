import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'
import { pool } from './pool'

export type { Prisma }

const shared = globalThis as { sapaPrisma?: PrismaClient }

/** Prisma over the one pool. A password's hash never comes out of it unless a query asks for that column by name. */
export function prisma(): PrismaClient {
  shared.sapaPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()), omit: { pengguna: { kataSandi: true } } }) as PrismaClient
  return shared.sapaPrisma
}

/** Did a unique index refuse what Prisma wanted to write? https://www.prisma.io/docs/orm/reference/error-reference#p2002 */
export const isPrismaTaken = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
