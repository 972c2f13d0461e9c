'use client'

import { useEffect } from 'react'

/** The tab of a page that stands in the place of another says what it is, not what the other one would have been. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
