import styles from './avatar.module.css'
import { classes } from './classes'

const COLOURS = [styles.c0, styles.c1, styles.c2, styles.c3, styles.c4, styles.c5]

/** Titles are no part of a name: "dr. Ratna Sari, Sp.A" is RS. */
const TITLES = /^\(?(dr|drg|prof|h|hj|ir|ns|bdn|apt|ny|tn|nn|alm|almh)\.?\)?$/i

/** Two letters for a person, in a colour that follows from `seed` (an id) or the name. Decorative: the name stands beside it. */
export function Avatar({ name, seed = name, size = 'md' }: { name: string; seed?: string; size?: 'sm' | 'md' | 'lg' }) {
  return (
    <span className={classes(styles.avatar, styles[size], COLOURS[hashOf(seed) % COLOURS.length])} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last word of a name, without titles before and after it. */
export function initialsOf(name: string): string {
  const [bare = ''] = name.split(',')
  const all = bare.trim().split(/\s+/)
  const words = all.filter((word) => !TITLES.test(word))
  const [first, ...others] = words.length > 0 ? words : all
  return [first, others.at(-1)]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

function hashOf(text: string): number {
  let hash = 7
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash
}
