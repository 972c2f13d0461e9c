'use client'

import { useEffect } from 'react'
import { forgetAfterSigningOut } from '@/lib/client/jottings'
import { wipeSalinan } from '@/lib/client/salinan'

/** Whoever stands before the sign-in page is not known: what this device holds of conversations goes. Unsent text stays with its writer's name on it. */
export function ForgetSalinan() {
  useEffect(() => {
    void wipeSalinan()
    forgetAfterSigningOut()
  }, [])
  return null
}
