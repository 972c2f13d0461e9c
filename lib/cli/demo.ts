import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { DEMO_PASSWORD } from '@/lib/domain/demo'
import type { Variables } from '@/lib/env'
import { isLoopback } from '@/lib/env-values'
import { log } from '@/lib/log'

/** Stands in DATA_DIR from before the first row of the demo clinic to after the last. */
const filling = (dataDir: string) => join(dataDir, 'demo.filling')
const filled = (dataDir: string) => join(dataDir, 'demo')

const accounts = ['admin@demo.id', 'dokter@demo.id', 'pasien@demo.id']

/**
 * Is this installation only for whoever sits at this machine? The demo clinic's passwords stand in README.md: an installation that others can
 * reach must not have it, and neither does a database of the operator's.
 */
export const isForTrying = ({ DATABASE_URL, HOST, NEXTAUTH_URL }: Variables): boolean =>
  !DATABASE_URL && isLoopback(HOST ?? '127.0.0.1') && !NEXTAUTH_URL?.startsWith('https:')

/** A start that was cut off while filling leaves half a clinic, which nobody has used yet: it begins again with an empty database. */
export async function dropHalfDemo(dataDir: string, superuserUrl: string) {
  if (!existsSync(filling(dataDir))) return
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('DROP DATABASE IF EXISTS sapa WITH (FORCE)')
    await client.query('CREATE DATABASE sapa OWNER sapa')
  } finally {
    await client.end()
  }
  rmSync(filling(dataDir))
}

/** Fills an empty embedded database with the demo clinic. Call after migrating, with the environment set. */
export async function fillDemo(dataDir: string, url: string) {
  if (!(await isEmpty(url))) return
  writeFileSync(filling(dataDir), '', { flush: true })
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo()
  renameSync(filling(dataDir), filled(dataDir))
}

/** Closes a demo clinic that was filled in while nobody else could reach it. */
export async function shutDemo(dataDir: string) {
  if (!existsSync(filled(dataDir))) return
  const { closeDemo } = await import('@/lib/operations/close-demo')
  await closeDemo()
  rmSync(filled(dataDir))
  log.warn('the demo accounts can no longer sign in: their password is public, and others can reach this installation')
}

/** What to tell at start; nothing when this database was never a demo. */
export function describeDemo(dataDir: string): string {
  return existsSync(filled(dataDir)) ? `Demo accounts: ${accounts.join(', ')}; password ${DEMO_PASSWORD}\n` : ''
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('SELECT 1 FROM pengguna LIMIT 1')
    return rows.length === 0
  } finally {
    await client.end()
  }
}
