import type { ReactNode } from 'react'
import { Kawung } from '@/app/_ui/kawung'
import { Main } from './main'
import styles from './notice.module.css'

/** A page that holds one thing to say and the way on: what does not exist, is forbidden, or broke. */
export function Notice({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) {
  return (
    <Main>
      <div className={styles.notice}>
        <Kawung className={styles.mark} />
        <h1>{title}</h1>
        <div className={styles.words}>{children}</div>
        <div className={styles.actions}>{action}</div>
      </div>
    </Main>
  )
}
