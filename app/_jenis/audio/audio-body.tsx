'use client'

import { useCallback, useState } from 'react'
import { FileCard } from '@/app/_jenis/file/file-card'
import type { BodyProps } from '@/app/_jenis/shared/shown'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import styles from './audio-body.module.css'

const voice = later(() => import('./voice').then((part) => part.Voice))

/** What plays a recording is fetched with the first one. Where it cannot be had, the recording is a file like any other. */
export function AudioBody(props: BodyProps<'audio'>) {
  const [failed, setFailed] = useState(false)
  const fail = useCallback(() => setFailed(true), [])
  if (failed) return <FileCard shown={props.shown} />
  return (
    <div className={styles.voice}>
      <LaterPart of={voice} {...props} onFailed={fail} />
    </div>
  )
}
