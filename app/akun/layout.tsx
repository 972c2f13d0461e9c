import type { ReactNode } from 'react'
import { Shell } from '@/app/_bagian/shell'
import { Texts } from '@/app/_bagian/texts'
import { isWalled, requireAkunBeforeFactor, unconfirmedEmail } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'

/** The wing about one's own account, for every role. Its pages ask again. */
export default async function AkunLayout({ children }: { children: ReactNode }) {
  const actor = await requireAkunBeforeFactor()
  const owner = { id: toId('pengguna', actor.id), nama: actor.nama, peran: actor.peran }
  return (
    <Texts of={['umum', 'galat', 'kabar', 'akun']}>
      <Shell owner={owner} walled={isWalled(actor)} unconfirmed={unconfirmedEmail(actor)}>
        {children}
      </Shell>
    </Texts>
  )
}
