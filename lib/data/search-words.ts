import { spellingsOf } from '@/lib/domain/ejaan-obat'
import { fold } from '@/lib/domain/folding'
import { type Bagian, mayGoOn } from '@/lib/domain/pertanyaan'
import { resembling } from '@/lib/domain/serupa'
import { query, type Statement, statement, type Transaction } from './sql'

/** What to look for, in PostgreSQL's own notation for `tsquery`. */
export interface Sought {
  /** Every part of the question. */
  readonly all: string
  /** Every word of it, each as the index keeps it of what is this person's. */
  readonly own: string
  /** Any word of any part: what counts as a hit in a text. */
  readonly any: string
  /** Parts of words: whatever is a hit has one of them in it. */
  readonly endings: readonly string[]
  /** Every word, as those rows keep it that were written before `kata_pesan`. */
  readonly old: string
}

/** What one word may stand as in a text, whether it was written so or is only what something may be a form of (behind a stroke): exactly, and (with `goesOn`) as the beginning of a longer one. */
interface Pilihan {
  readonly words: readonly string[]
  readonly goesOn: string | null
}

/**
 * The parts of a question, each single word as whatever it may be a form of, in every spelling, and as a beginning.
 * @param known words of this person's that may be guessed among; without them nothing is guessed
 * @returns null when there is nothing that can be looked for
 */
export async function findWords(
  ownerId: string,
  parts: readonly Bagian[],
  known: readonly string[] = [],
  tx?: Transaction,
): Promise<Sought | null> {
  if (parts.length === 0) return null
  const forms = await formsOf(
    parts.flatMap(([word, ...more]) => (more.length > 0 ? [word, ...more] : spellingsOf(word))),
    tx,
  )
  const pilihan = parts.map((part) => part.map((word) => pilihanOf(word, part.length === 1, forms, known)))
  const owner = ownerId.slice(-8)
  return {
    all: pilihan.map((part) => part.map((one) => anyOf(one)).join(' <-> ')).join(' & '),
    own: pilihan.flatMap((part) => part.map((one) => anyOf(one, owner))).join(' & '),
    any: pilihan.flatMap((part) => part.map((one) => anyOf(one))).join(' | '),
    endings: [...new Set(pilihan.flat().flatMap(({ words }) => words.map(endingOf)))],
    old: parts
      .flat()
      .map((word) => anyOf({ words: forms.get(word)?.lama ?? [word], goesOn: null }))
      .join(' & '),
  }
}

function pilihanOf(word: string, isLoose: boolean, forms: ReadonlyMap<string, Forms>, known: readonly string[]): Pilihan {
  if (!isLoose) return { words: [word], goesOn: null }
  const words = spellingsOf(word).flatMap((one) => forms.get(one)?.bentuk ?? [one])
  return { words: [...new Set([...words, ...resembling(word, known)])], goesOn: mayGoOn(word) ? word : null }
}

const anyOf = ({ words, goesOn }: Pilihan, owner = ''): string =>
  `(${[...words.flatMap((word) => [quoted(owner + word), quoted(`${owner}/${word}`)]), ...(goesOn === null ? [] : [`${quoted(owner + goesOn)}:*`])].join(' | ')})`

/** A word has neither quotation mark nor backslash in it any more, but this must hold for whatever stands here. */
const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`

/** A prefix changes the first letter of a word at most (pakai, memakai). */
const endingOf = (word: string) => (word.length > 1 ? word.slice(1) : word)

interface Forms {
  readonly bentuk: string[]
  readonly lama: string[]
}

const FIND_FORMS = statement({
  name: 'find_forms',
  text: `
    SELECT w AS kata, akar(w) AS bentuk, tsvector_to_array(kata_dasar(w)) AS lama FROM unnest($1::text[]) w`,
  row: { kata: 'text', bentuk: 'text[]', lama: 'text[]' },
})

async function formsOf(words: readonly string[], tx?: Transaction): Promise<Map<string, Forms>> {
  const rows = await query(FIND_FORMS, [[...new Set(words)]], tx)
  return new Map(rows.map((row) => [row.kata, row]))
}

const FIND_HITS = statement({
  name: 'find_hits',
  text: 'SELECT w AS kata FROM unnest($1::text[]) w WHERE kata_akar(w) @@ $2::tsquery',
  row: { kata: 'text' },
})

/** At most 4,000 words are asked about at once: a text of nothing but different words must not make a statement take longer than it may. */
const HITS_AT_ONCE = 4000

/** Which of these words are what was looked for. */
export async function findHits(words: readonly string[], { any, endings }: Sought): Promise<Set<string>> {
  const likely = words.filter((word) => isLikely(fold(word), endings))
  const hits = new Set<string>()
  for (let n = 0; n < likely.length; n += HITS_AT_ONCE) {
    const rows = await query(FIND_HITS, [likely.slice(n, n + HITS_AT_ONCE), any])
    for (const { kata } of rows) hits.add(kata)
  }
  return hits
}

const isLikely = (word: string, endings: readonly string[]) => endings.some((ending) => word.includes(ending))

/** A slip of the hand is looked for among the words of so many of one's newest pesan. */
const KNOWN_PESAN = 2000

const knownStatement = (owner: 'pasien_id' | 'dokter_id') =>
  statement({
    name: `known_words_${owner}`,
    text: `
    SELECT DISTINCT kata FROM (
      SELECT kata AS semua FROM kata_pesan WHERE ${owner} = $1 ORDER BY dibuat_pada DESC, konsultasi_id DESC, urutan DESC LIMIT ${KNOWN_PESAN}) p,
      unnest(tsvector_to_array(semua)) kata
     WHERE char_length(kata) BETWEEN 3 AND 40 AND kata !~ '[0-9/]'`,
    row: { kata: 'text' },
  })

const KNOWN = { pasien: knownStatement('pasien_id'), dokter: knownStatement('dokter_id') }

/** The words of one's own newest pesan, tombstones never. */
export async function knownWords(ownerId: string, peran: 'pasien' | 'dokter'): Promise<string[]> {
  const rows = await query(KNOWN[peran], [ownerId])
  return rows.map(({ kata }) => kata)
}

/** Every statement that looks for words, for a test of how they are planned. */
export const WORD_STATEMENTS: readonly Statement[] = [KNOWN.pasien, KNOWN.dokter]
