'use client'

import type { ComponentType } from 'react'
import type { PesanView } from '@/lib/contract/pesan'
import type { TipePesan } from '@/lib/domain/jenis-pesan'
import { JENIS } from './jenis'
import { type BodyProps, isiOf, type Shown } from './shared/shown'

/** The lampiran that came with a pesan. */
export function LampiranBody({ shown, dari }: { shown: Shown; dari: string }) {
  const Body = JENIS[shown.tipe].Body as ComponentType<BodyProps<'image'>> | null
  return Body && <Body shown={shown} dari={dari} />
}

/** What a pesan carries of its own kind. `alasan` is an admin's reason, which the server writes down with each reading. */
export function IsiBody<Tipe extends TipePesan>({ pesan, dari, alasan }: { pesan: PesanView; dari: string; alasan?: string }) {
  const shown = isiOf(pesan) as BodyProps<Tipe>['shown'] | null
  const Body = JENIS[pesan.tipe_pesan].Body as ComponentType<BodyProps<Tipe>> | null
  return Body && shown && <Body shown={shown} dari={dari} {...(alasan === undefined ? {} : { alasan })} />
}
