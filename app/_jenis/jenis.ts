import type { ComponentType } from 'react'
import type { IconName } from '@/app/_ui/icon'
import { lazily } from '@/app/_ui/later/lazily'
import { later } from '@/lib/client/page/later'
import type { TipePesan } from '@/lib/domain/jenis-pesan'
import type { BodyProps } from './shared/shown'

interface Jenis<Tipe extends TipePesan> {
  /** Stands for it in a line. What it is called there: `umum.jenis`. */
  readonly icon: IconName
  /** What it shows beside its words, fetched with a page that shows one; null where words are all. */
  readonly Body: ComponentType<BodyProps<Tipe>> | null
}

/** How each kind of pesan looks, the same for both people and for an admin who reads. */
export const JENIS: { readonly [Tipe in TipePesan]: Jenis<Tipe> } = {
  text: { icon: 'text', Body: null },
  image: { icon: 'image', Body: lazily(later(() => import('./image/picture').then((part) => part.Picture))) },
  file: { icon: 'file', Body: lazily(later(() => import('./file/file-card').then((part) => part.FileCard))) },
  audio: { icon: 'mic', Body: lazily(later(() => import('./audio/audio-body').then((part) => part.AudioBody))) },
  dokumen: { icon: 'file', Body: lazily(later(() => import('./dokumen/dokumen-card').then((part) => part.DokumenCard))) },
}
