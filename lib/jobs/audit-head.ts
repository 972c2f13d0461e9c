import { findUjung } from '@/lib/data/rantai'
import { log } from '@/lib/log'

let written: string | null = null

/**
 * Writes the end of the audit log into the application's log when it is another one than before. Sent to another machine, these lines are what
 * somebody who owns the database cannot reach: a log whose tail was cut off, or that was written anew, does not hold them any more.
 */
export async function writeAuditHead(): Promise<void> {
  const ujung = await findUjung()
  if (!ujung || ujung.hash === written) return
  log.info('audit head', { nomor: ujung.nomor, hash: ujung.hash })
  written = ujung.hash
}
