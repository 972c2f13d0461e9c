'use client'

import { FileCard } from './file-card'
import { Picture } from './picture'
import type { Shown } from './shown'
import { Voice } from './voice'

interface Props {
  readonly shown: Shown
  /** Whose it is, as it is said in "Foto dari …". */
  readonly dari: string
}

/** What came with a pesan, the same for both people and for an admin who reads. */
export function Lampiran({ shown, dari }: Props) {
  if (shown.tipe === 'image') return <Picture shown={shown} dari={dari} />
  if (shown.tipe === 'audio') return <Voice shown={shown} dari={dari} />
  return <FileCard shown={shown} />
}
