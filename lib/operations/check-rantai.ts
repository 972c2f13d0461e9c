import type { CheckRantai, RantaiView } from '@/lib/contract/admin'
import { checkStretch, isInRantai } from '@/lib/data/rantai'
import { aside, type Transaction } from '@/lib/data/sql'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadAudit } from '@/lib/policy/audit'

/** Rows that are looked at in one statement, well within its time. */
const ROWS = 2000

/**
 * Computes the hashes of the whole log anew. Ends at the first row that was changed, moved, or whose neighbour is gone. A tail that was cut off, or
 * a chain that was written anew, is whole too: it shows only beside an end that was kept elsewhere (`nomor`, `hash`), which is then not in it.
 * @throws Refusal `forbidden`
 */
export async function checkRantai(actor: Actor, { nomor, hash }: CheckRantai = {}): Promise<RantaiView> {
  allow(canReadAudit(actor))
  const found = await aside(() => checkWholeRantai())
  return nomor === undefined || hash === undefined ? found : { ...found, masih_ada: await isInRantai({ nomor, hash }) }
}

/** The same for whoever has the database in their hands. */
export async function checkWholeRantai(tx?: Transaction, rows = ROWS): Promise<RantaiView> {
  let terakhir: { nomor: number; hash: string } | null = null
  for (let diperiksa = 0; ; ) {
    const { jumlah, rusak, nomor, hash } = await checkStretch(terakhir ?? { nomor: 0, hash: null }, rows, tx)
    diperiksa += jumlah
    if (rusak) return { utuh: false, diperiksa, rusak_pada: { ...rusak, id: toId('audit', rusak.id) }, terakhir }
    if (nomor !== null && hash !== null) terakhir = { nomor, hash }
    if (jumlah < rows) return { utuh: true, diperiksa, terakhir }
  }
}
