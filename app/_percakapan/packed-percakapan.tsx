'use client'

import { type ReactNode, useMemo } from 'react'
import { Percakapan, type PercakapanProps } from './percakapan'

/** What the server opened of a conversation. */
export type OpenedProps = Omit<PercakapanProps, 'whom' | 'hidden' | 'beside' | 'onHold'>

/** The same as one text: of an object React would write, read and look at each value by itself, here and on the server (decision 214). */
export interface Packed {
  readonly json: string
}

/** A conversation as its page brings it. */
export function PackedPercakapan({ packed: { json }, whom }: { packed: Packed; whom: ReactNode }) {
  const props = useMemo(() => JSON.parse(json) as OpenedProps, [json])
  return <Percakapan {...props} whom={whom} />
}
