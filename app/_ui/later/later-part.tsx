'use client'

import { type ComponentType, useEffect, useReducer } from 'react'
import type { Later } from '@/lib/client/page/later'

/** A part of the page that is fetched when it is first shown; until then there is nothing in its place. `onFailed`, when it cannot be had. */
export function LaterPart<Props extends object>({
  of,
  onFailed,
  ...rest
}: Props & { of: Later<ComponentType<Props>>; onFailed?: () => void }) {
  const [, look] = useReducer((looks: number) => looks + 1, 0)
  const Fetched = of.now()
  const isShown = Fetched !== null
  // As it was drawn: what has come since, before this is asked, would never be shown.
  useEffect(() => {
    if (!isShown) of().then(look, () => onFailed?.())
  }, [of, isShown, onFailed])
  return Fetched && <Fetched {...(rest as unknown as Props)} />
}
