'use client'

import type { ComponentType } from 'react'
import { lazily } from '@/app/_ui/later/lazily'
import { later } from '@/lib/client/page/later'
import type { TipePesan } from '@/lib/domain/jenis-pesan'
import type { BodyProps } from './shared/shown'

/** What each kind of pesan shows beside its words, fetched with a page that shows one. Its sign in a line: `icons.ts`. */
const BODIES: Record<TipePesan, ComponentType<BodyProps> | null> = {
  text: null,
  image: lazily(later(() => import('./image/picture').then((part) => part.Picture))),
  file: lazily(later(() => import('./file/file-card').then((part) => part.FileCard))),
  audio: lazily(later(() => import('./audio/audio-body').then((part) => part.AudioBody))),
  // What it shows is no lampiran: `dokumen/dokumen-card.tsx`.
  dokumen: null,
}

/** What came with a pesan, the same for both people and for an admin who reads. */
export function PesanBody({ shown, dari }: BodyProps) {
  const Body = BODIES[shown.tipe]
  return Body && <Body shown={shown} dari={dari} />
}
