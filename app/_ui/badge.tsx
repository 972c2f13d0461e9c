import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'primary' | 'attention' | 'danger' | 'info'

/** A number that asks for attention. `label` says what is counted ("3 pesan belum dibaca"); nothing is drawn for 0. */
export function Badge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}

/** A state in a word or two, with a colour and an icon that say the same. */
export function Chip({
  tone = 'neutral',
  icon,
  className,
  children,
}: {
  tone?: Tone
  icon?: IconName
  className?: string
  children: ReactNode
}) {
  return (
    <span className={classes(styles.chip, styles[tone], className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  )
}
