'use client'

import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { type TrayState, useTray } from '@/app/_lampiran/tray/use-tray'
import { holdPage } from '@/lib/client/page/quiet'

const TrayContext = createContext<TrayState | null>(null)

/** The files that were chosen in this conversation. */
export function useOwnTray(): TrayState {
  const tray = useContext(TrayContext)
  if (!tray) throw new Error('outside of <OwnTray>')
  return tray
}

/** Around a conversation, also while it is only kept: files go on being made ready, and its page is not loaded anew. `onHold` hears whether there are any. */
export function OwnTray({ onHold, children }: { onHold?: (holds: boolean) => void; children: ReactNode }) {
  const tray = useTray()
  const holds = tray.items.length > 0
  useEffect(() => {
    onHold?.(holds)
    return holds ? holdPage() : undefined
  }, [holds, onHold])
  return <TrayContext value={tray}>{children}</TrayContext>
}
