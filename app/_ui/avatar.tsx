import { initialsOf, lettersOf, warnaOf } from '@/lib/domain/inisial'
import styles from './avatar.module.css'
import { classes } from './classes'

interface AvatarProps {
  name: string
  seed?: string
  size?: 'sm' | 'md' | 'lg'
  letters?: boolean
}

const COLOURS = [styles.c0, styles.c1, styles.c2, styles.c3, styles.c4, styles.c5]

/**
 * Two letters for a person, in a colour that follows from `seed` (an id) or the name. Decorative: the name stands beside it. `letters`: of a single
 * name the first two, so that Ani and Adi of one family differ.
 */
export function Avatar({ name, seed = name, size = 'md', letters }: AvatarProps) {
  return (
    <span className={classes(styles.avatar, styles[size], COLOURS[warnaOf(seed)])} aria-hidden="true">
      {letters ? lettersOf(name) : initialsOf(name)}
    </span>
  )
}
