'use client'

import { useSyncExternalStore } from 'react'
import { onBuild, otherBuild } from '@/lib/client/build'
import { later } from '@/lib/client/later'
import { LaterPart } from './later-part'

const versionBar = later(() => import('./version-bar').then((part) => part.VersionBar))

/** A page that stays open for weeks is loaded anew when the server has another build and nobody would notice; else it says so (decision 106). */
export function NewVersion({ penggunaId }: { penggunaId: string }) {
  const isOther = useSyncExternalStore(onBuild, otherBuild, own) !== null
  return isOther ? <LaterPart of={versionBar} penggunaId={penggunaId} /> : null
}

const own = () => null
