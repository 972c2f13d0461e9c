import type { ComponentType } from 'react'
import type { IconName } from '@/app/_ui/icon'
import { lazily } from '@/app/_ui/later/lazily'
import { type Later, later } from '@/lib/client/page/later'
import type { TipeIsiDikirim, TipePesan } from '@/lib/domain/jenis-pesan'
import type { BodyProps, ComposeProps } from './shared/shown'

interface Look<Tipe extends TipePesan> {
  /** Stands for it in a line. What it is called there: `umum.jenis`. */
  readonly icon: IconName
  /** What it shows beside its words, fetched with a page that shows one; null where words are all. */
  readonly Body: ComponentType<BodyProps<Tipe>> | null
}

interface Composing<Tipe extends TipeIsiDikirim> {
  /** Where it is composed: opened from the menu of what goes with a pesan, and fetched then. */
  readonly compose: Later<ComponentType<ComposeProps<Tipe>>>
}

type Jenis<Tipe extends TipePesan> = Look<Tipe> & (Tipe extends TipeIsiDikirim ? Composing<Tipe> : unknown)

/** How each kind of pesan looks, the same for both people and for an admin who reads; and where those are composed that have content of their own. */
export const JENIS: { readonly [Tipe in TipePesan]: Jenis<Tipe> } = {
  text: { icon: 'text', Body: null },
  image: { icon: 'image', Body: lazily(later(() => import('./image/picture').then((part) => part.Picture))) },
  file: { icon: 'file', Body: lazily(later(() => import('./file/file-body').then((part) => part.FileBody))) },
  audio: { icon: 'mic', Body: lazily(later(() => import('./audio/audio-body').then((part) => part.AudioBody))) },
  dokumen: { icon: 'file', Body: lazily(later(() => import('./dokumen/dokumen-card').then((part) => part.DokumenCard))) },
}

export const iconOf = (tipe: TipePesan): IconName => JENIS[tipe].icon

type Compose = Later<ComponentType<{ onSend: (isi: object) => void; onClose: () => void }>>

/** Where a kind with content of its own is composed: what `onSend` gives goes with a pesan as it is. */
export const composeOf = (tipe: TipePesan): Compose => (JENIS[tipe] as unknown as { compose: Compose }).compose
