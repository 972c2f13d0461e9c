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
  return (props) => <AsDrawn of={of} Part={Part} props={props} />
}

interface AsDrawnProps<Props> {
  readonly of: Later<unknown>
  readonly Part: ComponentType<Props>
  readonly props: Props
}

/**
 * With the first props, until the script is there: React throws away what the server has drawn, with the focus in it, where others come before it could wake
 * that up.
 */
function AsDrawn<Props extends object>({ of, Part, props }: AsDrawnProps<Props>) {
  const [first] = useState(props)
  const [isHere, setHere] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // In a task of its own: React has heard of it by then.
    const here = () => {
      timer = setTimeout(() => setHere(true))
    }
    of().then(here, here)
    return () => clearTimeout(timer)
  }, [of])
  const shown = isHere ? props : first
  return useMemo(
    () => (
      <Suspense fallback={null}>
        <Part {...shown} />
      </Suspense>
    ),
    [Part, shown],
  )
}
