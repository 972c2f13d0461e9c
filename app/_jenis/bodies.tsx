'use client'

import type { ComponentType } from 'react'
import type { TipePesan } from '@/lib/domain/jenis-pesan'
import { AudioBody } from './audio/audio-body'
import { FileCard } from './file/file-card'
import { Picture } from './image/picture'
import type { BodyProps } from './shared/shown'

/** What each kind of pesan shows beside its words. Its sign in a line: `icons.ts`. */
const BODIES: Record<TipePesan, ComponentType<BodyProps> | null> = {
  text: null,
  image: Picture,
  file: FileCard,
  audio: AudioBody,
  // What it shows is no lampiran: `dokumen/dokumen-card.tsx`.
  dokumen: null,
}

/** What came with a pesan, the same for both people and for an admin who reads. */
export function PesanBody({ shown, dari }: BodyProps) {
  const Body = BODIES[shown.tipe]
  return Body && <Body shown={shown} dari={dari} />
}
