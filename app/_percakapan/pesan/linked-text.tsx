'use client'

import { useMemo } from 'react'
import { segmentsOf } from '@/lib/client/text/pesan-text'
import styles from './pesan-row.module.css'

/** The words of a pesan, with links and phone numbers that can be followed. Nothing of what they lead to is fetched. */
export function LinkedText({ text }: { text: string }) {
  const segments = useMemo(() => segmentsOf(text), [text])
  return segments.map((segment, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's pieces have no other name, and never change places
    if (segment.kind === 'text') return <span key={index}>{segment.text}</span>
    if (segment.kind === 'telepon')
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <a key={index} className={styles.phone} href={segment.href}>
          {segment.text}
        </a>
      )
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <a key={index} className={styles.link} href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
        {segment.text}
      </a>
    )
  })
}
