'use client'

import { useEffect, useRef } from 'react'
import { showAppBadge, showPageBadge, writeBadge } from '@/lib/client/page/page-badge'
import { soon } from '@/lib/client/page/soon'
import { prepareSound, sound } from '@/lib/client/page/sound'

/** Shows the count in the title, the icon and on the installed application, and sounds when it grows while nobody looks. */
export function usePageBadge(count: number | null) {
  const before = useRef(count)
  useEffect(() => {
    if (count === null) return
    return soon(() => {
      showAppBadge(count)
      if (before.current !== null && count > before.current && !(document.visibilityState === 'visible' && document.hasFocus())) sound()
      before.current = count
      return showPageBadge(count)
    })
  }, [count])
  useEffect(prepareSound, [])
  useEffect(() => () => writeBadge(0), [])
}
