import { type ComponentType, lazy, Suspense } from 'react'
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
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  )
}
