import type { ReactNode } from 'react'
import { Shell } from '@/app/_bagian/shell'
import { Texts } from '@/app/_bagian/texts'
import { WING_TEXTS } from '@/app/_bagian/wing-texts'
import { requireWing, unconfirmedEmail } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'

/** The wing of a pasien: nobody else comes in. Its pages ask again. */
export default async function PasienLayout({ children }: { children: ReactNode }) {
  const actor = await requireWing('pasien')
  return (
    <Texts of={WING_TEXTS.pasien}>
      <Shell owner={{ id: toId('pengguna', actor.id), nama: actor.nama, peran: actor.peran }} unconfirmed={unconfirmedEmail(actor)}>
        {children}
      </Shell>
    </Texts>
  )
}
