'use client'

import type { ComponentType } from 'react'
import type { TipeBerisi } from '@/lib/domain/jenis-pesan'
import { JENIS } from './jenis'
import type { BodyProps, Isi, Shown } from './shared/shown'

/** The lampiran that came with a pesan. */
export function LampiranBody({ shown, dari }: { shown: Shown; dari: string }) {
  const Body = JENIS[shown.tipe].Body as ComponentType<BodyProps<'image'>> | null
  return Body && <Body shown={shown} dari={dari} />
}

/** What a pesan carries of its own kind. `alasan` is an admin's reason, which the server writes down with each reading. */
export function IsiBody({ isi: { tipe, shown }, dari, alasan }: { isi: Isi; dari: string; alasan?: string }) {
  const Body = JENIS[tipe].Body as ComponentType<BodyProps<TipeBerisi>> | null
  return Body && <Body shown={shown} dari={dari} {...(alasan === undefined ? {} : { alasan })} />
}
