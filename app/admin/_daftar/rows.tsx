import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { Card } from '@/app/_ui/card'
import styles from './daftar.module.css'

/** A list of people or things, a row each. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card flush>
      <ul className={styles.rows} aria-label={label}>
        {children}
      </ul>
    </Card>
  )
}

/** One row: who or what, what is known of it, and what can be done. */
export function Row({ lead, facts, actions }: { lead: ReactNode; facts?: ReactNode; actions?: ReactNode }) {
  return (
    <li className={styles.row}>
      <div className={styles.lead}>{lead}</div>
      <div className={styles.facts}>{facts}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}

interface KonsultasiEntry {
  pasien: { readonly id: string; readonly nama: string }
  facts: ReactNode
  actions?: ReactNode
}

/** A row about a konsultasi: its pasien stands first. */
export function KonsultasiEntry({ pasien: { id, nama }, ...rest }: KonsultasiEntry) {
  const t = useTranslations('umum.peran')
  const pasien = (
    <Person id={id} nama={nama}>
      {t('pasien')}
    </Person>
  )
  return <Row lead={pasien} {...rest} />
}

/** The id of the element that says somebody's name, for what is said about them beside it. */
export const nameId = (id: string): string => `nama-${id}`

/** Somebody with a line below the name. */
export function Person({ id, nama, labelId, children }: { id: string; nama: string; labelId?: string; children?: ReactNode }) {
  return (
    <div className={styles.person}>
      <Avatar name={nama} seed={id} />
      <div className={styles.words}>
        <span className={styles.name} id={labelId}>
          {nama}
        </span>
        {children && <span className={styles.detail}>{children}</span>}
      </div>
    </div>
  )
}

/** Pairs of a word and what stands for it. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.pairs}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
