'use client'

import { useEffect } from 'react'
import { catchUp } from '@/lib/client/page/early'

/** Does again what was done while these scripts were on their way. */
export function CatchUp() {
  useEffect(catchUp, [])
  return null
}
