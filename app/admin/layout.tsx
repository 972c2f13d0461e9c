import type { ReactNode } from 'react'
import { Shell } from '@/app/_shell/shell'
import { Texts } from '@/app/_shell/texts'
import { requireWing, unconfirmedEmail } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { AfterDeed } from './_tindakan/after-deed'

/** The wing of admins. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireWing('admin')
  const { id, nama, peran } = actor
  return (
    <Texts of={['admin', 'lampiran', 'meja']}>
      <AfterDeed>
        <Shell owner={{ id: toId('pengguna', id), nama, peran }} unconfirmed={unconfirmedEmail(actor)}>
          {children}
        </Shell>
      </AfterDeed>
    </Texts>
  )
}
