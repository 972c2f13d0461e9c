'use client'

import { useState } from 'react'

/**
 * Before which `urutan` the line "belum dibaca" stands. It is drawn where unread pesan began when the page was opened, or when they came
 * while nobody looked at the end, and stays there while they are read; an own pesan takes it away.
 */
export function useUnreadLine(unread: readonly number[], looking: boolean, lastIsOwn: boolean): number | null {
  const [first] = unread
  const [line, setLine] = useState(first ?? null)
  const [hadUnread, setHadUnread] = useState(unread.length > 0)
  const has = unread.length > 0
  if (has !== hadUnread) {
    setHadUnread(has)
    if (has && !looking) setLine(first ?? null)
  }
  if (lastIsOwn && !has && line !== null) setLine(null)
  return line
}
