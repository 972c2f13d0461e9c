'use client'

import { useLayoutEffect } from 'react'
import { type Opened, useRuang } from './ruang-context'

/** A page hands in the conversation that it has opened; it is shown beside the list, and stays there when the page has gone. */
export function Opening(opened: Opened) {
  const { keep } = useRuang()
  useLayoutEffect(() => keep(opened))
  return null
}
