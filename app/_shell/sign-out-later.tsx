'use client'

import { type ComponentType, lazy, Suspense } from 'react'

const SignOutHere = lazy<ComponentType>(() =>
  import('./sign-out').then(
    (part) => ({ default: part.SignOutHere }),
    () => ({ default: () => null }),
  ),
)

/** For a page that comes along with every other one: what signing out needs is fetched where it is shown. */
export const SignOutLater = () => (
  <Suspense fallback={null}>
    <SignOutHere />
  </Suspense>
)
