import { query } from './sql'

/** What to look for, in PostgreSQL's own notation for `tsquery`. */
export interface Sought {
  /** Every word of the question, each as any of its stems. */
  readonly all: string
  /** Any stem of any word: what counts as a hit in a text. */
  readonly any: string
}

/** Of words that begin as a word of the question does, so many (the shortest ones, among the first of the alphabet) are looked for too. */
const LONGER_MAX = 32
const LONGER_READ = 2000

/** Of words that resemble one of the question, so many. pg_trgm's own threshold says what resembles. */
const SIMILAR_MAX = 16

// A prefix is looked up among the words that were ever written, and not among the stems of the pesan: what begins like a common word would
// otherwise make a search read every pesan of everybody that contains it. Operators of text_pattern_ops, because a LIKE with a parameter
// has no use for an index.
const LONGER = (word: string) => `
  SELECT kata FROM (
    SELECT DISTINCT kata, char_length(kata) FROM (
      SELECT k.kata FROM kosakata k
       WHERE char_length(${word}) >= 3 AND k.kata ~>=~ ${word} AND k.kata ~<~ (${word} || chr(1114111)) LIMIT ${LONGER_READ}) k
     ORDER BY 2, 1 LIMIT ${LONGER_MAX}) k`

const SIMILAR = (word: string) => `
  SELECT kata FROM (
    SELECT DISTINCT k.kata, similarity(k.kata, ${word}) FROM kosakata k
     WHERE $2 AND char_length(${word}) >= 4 AND k.kata % ${word}
     ORDER BY 2 DESC, 1 LIMIT ${SIMILAR_MAX}) k`

/** Exported for a test of how it is planned. */
export const FIND_WORDS = {
  name: 'find_words',
  text: `
    SELECT string_agg('(' || pilihan || ')', ' & ') AS "all", string_agg(pilihan, ' | ') AS "any"
      FROM unnest($1::text[]) w
     CROSS JOIN LATERAL (SELECT lower(w) AS kata) ini
     CROSS JOIN LATERAL (
       SELECT string_agg(quote_literal(stem), ' | ') AS pilihan
         FROM unnest(tsvector_to_array(kata_dasar(array_to_string(w || ARRAY(${LONGER('ini.kata')}) || ARRAY(${SIMILAR('ini.kata')}), ' ')))) stem) p`,
}

/**
 * Words of a question as stems: each with those that begin with it, and when `isGuess` also with those that resemble it.
 * @returns null when none of them is anything that can be looked for
 */
export async function findWords(words: readonly string[], isGuess: boolean): Promise<Sought | null> {
  const [found] = await query<{ all: string | null; any: string | null }>(FIND_WORDS, [words, isGuess])
  return found?.all && found.any ? { all: found.all, any: found.any } : null
}

const FIND_HITS = {
  name: 'find_hits',
  text: 'SELECT w AS kata FROM unnest($1::text[]) w WHERE kata_dasar(w) @@ $2::tsquery',
}

/** Which of these words are what was looked for. */
export async function findHits(words: readonly string[], { any }: Sought): Promise<Set<string>> {
  const rows = await query<{ kata: string }>(FIND_HITS, [words, any])
  return new Set(rows.map(({ kata }) => kata))
}
