import type { ReactNode } from 'react'
import { Wing } from '@/app/_shell/wing'
import { requireAkunBeforeFactor } from '@/lib/auth/pages'

/** The wing about one's own account, for every role. Its pages ask again. */
export default async function AkunLayout({ children }: { children: ReactNode }) {
  return (
    <Wing actor={await requireAkunBeforeFactor()} texts={['kabar', 'akun', 'profil']}>
      {children}
    </Wing>
  )
}
