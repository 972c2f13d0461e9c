'use client'

import { type ReactNode, useState } from 'react'
import fold from '@/app/_percakapan/context/fold.module.css'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'

const panel = later(() => import('./profil-panel').then((part) => part.ProfilPanel))

/** A line behind which the profil is: asked for each time that it is opened. */
export function WhomFold({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={fold.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{children}</summary>
      {open && <LaterPart of={panel} />}
    </details>
  )
}
