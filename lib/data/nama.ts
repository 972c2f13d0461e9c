import { nameWords } from '@/lib/domain/folding'
import { containing } from './like'
import type { Prisma } from './prisma'
import { query } from './sql'

/** So many people whose name is only found by other words than it is written with. */
const FOLDED_MAX = 1000

const FIND_FOLDED = {
  name: '',
  text: `
    SELECT id FROM pengguna
     WHERE lipat(nama || ' ' || email) LIKE '%' || $1::text || '%' AND nama NOT ILIKE $2
       AND NOT EXISTS (SELECT FROM unnest($3::text[]) kata WHERE strpos(lipat(nama), kata) = 0)
     LIMIT ${FOLDED_MAX}`,
}

/**
 * Those whose name has these words: as they stand (an index of letters knows how many), or each of them somewhere, folded. Of the latter there
 * are few: names with an apostrophe, an accent, a title in between.
 */
export async function named(words: string): Promise<Prisma.PenggunaWhereInput> {
  const plain = containing(words)
  const folded = nameWords(words.replaceAll('\0', ''))
  const [longest = ''] = [...folded].sort((a, b) => b.length - a.length)
  if (longest === '') return { nama: plain }
  const rows = await query<{ id: string }>(FIND_FOLDED, [longest.replace(/[\\%_]/g, '\\$&'), `%${plain.contains}%`, folded])
  return rows.length === 0 ? { nama: plain } : { OR: [{ nama: plain }, { id: { in: rows.map(({ id }) => id) } }] }
}
