import type { ReactNode } from 'react'
import { Wing } from '@/app/_shell/wing'
import { WING_TEXTS } from '@/app/_shell/wing-texts'
import { requireWing } from '@/lib/auth/pages'

/** The wing of a dokter: nobody else comes in. Its pages ask again. */
export default async function DokterLayout({ children }: { children: ReactNode }) {
  return (
    <Wing actor={await requireWing('dokter')} texts={WING_TEXTS.dokter}>
      {children}
    </Wing>
  )
}
