'use client'

import { useCallback, useState } from 'react'
import type { Shown } from '@/app/_lampiran/shown'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { FileCard } from './file-card'
import styles from './lampiran.module.css'
import { Picture } from './picture'

interface Props {
  readonly shown: Shown
  /** Whose it is, as it is said in "Foto dari …". */
  readonly dari: string
}

/** What came with a pesan, the same for both people and for an admin who reads. */
export function Lampiran({ shown, dari }: Props) {
  if (shown.tipe === 'image') return <Picture shown={shown} dari={dari} />
  if (shown.tipe === 'audio') return <Recording shown={shown} dari={dari} />
  return <FileCard shown={shown} />
}

const voice = later(() => import('@/app/_lampiran/voice/voice').then((part) => part.Voice))

/** What plays a recording is fetched with the first one. Where it cannot be had, the recording is a file like any other. */
function Recording(props: Props) {
  const [failed, setFailed] = useState(false)
  const fail = useCallback(() => setFailed(true), [])
  if (failed) return <FileCard shown={props.shown} />
  return (
    <div className={styles.voice}>
      <LaterPart of={voice} {...props} onFailed={fail} />
    </div>
  )
}
