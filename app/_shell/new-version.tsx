'use client'

import { useSyncExternalStore } from 'react'
import { LaterPart } from '@/app/_ui/later/later-part'
import { onBuild, otherBuild } from '@/lib/client/page/build'
import { later } from '@/lib/client/page/later'

const versionBar = later(() => import('./version-bar').then((part) => part.VersionBar))

/** A page that stays open for weeks is loaded anew when the server has another build and nobody would notice; else it says so (decision 106). */
export function NewVersion({ penggunaId }: { penggunaId: string }) {
  const isOther = useSyncExternalStore(onBuild, otherBuild, own) !== null
  return isOther ? <LaterPart of={versionBar} penggunaId={penggunaId} /> : null
}

const own = () => null
