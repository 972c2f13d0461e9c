'use client'

import { type ComponentType, useEffect } from 'react'
import type { Later } from '@/lib/client/page/later'
import { useLater } from './use-later'

/** A part of the page that is fetched when it is first shown; until then there is nothing in its place. `onFailed`, when it cannot be had. */
export function LaterPart<Props extends object>({
  of,
  onFailed,
  ...rest
}: Props & { of: Later<ComponentType<Props>>; onFailed?: () => void }) {
  const { part: Fetched, failed } = useLater(of, true)
  useEffect(() => {
    if (failed) onFailed?.()
  }, [failed, onFailed])
  return Fetched && <Fetched {...(rest as unknown as Props)} />
}
