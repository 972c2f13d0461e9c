import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Later } from '@/lib/client/page/later'
import { LaterPart } from './later-part'

/** A part of the page that the server draws too, and whose script comes only with a page that shows it. One that cannot be had is asked for again. */
export function lazily<Props extends object>(of: Later<ComponentType<Props>>): ComponentType<Props> {
  const again: ComponentType<Props> = (props) => <LaterPart of={of} {...props} />
  const Part = lazy<ComponentType<Props>>(() =>
    of().then(
      (part) => ({ default: part }),
      () => ({ default: again }),
    ),
  )
  return (props) => <AsDrawn Part={Part} props={props} />
}

/**
 * With the first props, until the part is awake: React throws away what the server has drawn, with the focus in it, where others come before it could wake that
 * up.
 */
function AsDrawn<Props extends object>({ Part, props }: { readonly Part: ComponentType<Props>; readonly props: Props }) {
  const [first] = useState(props)
  const [isAwake, setAwake] = useState(false)
  const shown = isAwake ? props : first
  return useMemo(
    () => (
      <Suspense fallback={null}>
        <Part {...shown} />
        <Waking tell={setAwake} />
      </Suspense>
    ),
    [Part, shown],
  )
}

/** Wakes up with what stands beside it. */
function Waking({ tell }: { readonly tell: (isAwake: true) => void }) {
  useEffect(() => tell(true), [tell])
  return null
}
