import type { ReactNode } from 'react'
import { Shell } from '@/app/_bagian/shell'
import { Texts } from '@/app/_bagian/texts'
import { requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { AfterDeed } from './_tindakan/after-deed'

/** The wing of admins. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { id, nama, peran } = await requireWing('admin')
  return (
    <Texts of={['umum', 'galat', 'admin', 'lampiran']}>
      <AfterDeed>
        <Shell owner={{ id: toId('pengguna', id), nama, peran }}>{children}</Shell>
      </AfterDeed>
    </Texts>
  )
}
