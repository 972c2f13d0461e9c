'use client'

import { useSyncExternalStore } from 'react'
import type { Outbox } from '@/lib/client/outbox/outbox'
import { NO_ENTRIES, type OutboxEntry } from '@/lib/client/outbox/outbox-entry'

/** Everything that waits in this outbox, in whichever konsultasi; null is the outbox of a page that is being rendered on the server. */
export const useEntries = (outbox: Outbox | null): readonly OutboxEntry[] =>
  useSyncExternalStore(outbox?.subscribe ?? never, outbox?.snapshot ?? nothing, nothing)

const never = () => () => {}
const nothing = () => NO_ENTRIES
