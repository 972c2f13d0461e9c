'use client'

import { useEffect } from 'react'
import { holdPage } from '@/lib/client/page/quiet'

/** While `active` this page is not loaded anew by itself. */
export function useHold(active: boolean) {
  useEffect(() => (active ? holdPage() : undefined), [active])
}
