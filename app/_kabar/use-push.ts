'use client'

import { useCallback, useEffect, useState } from 'react'
import { type PushState, pushState, turnOffPush, turnOnPush } from '@/lib/client/account/push'

/** Push on this device as it really is, and the way to change it. `state` is null until it is known. */
export function usePush(penggunaId: string) {
  const [state, setState] = useState<PushState | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  const look = useCallback(() => void pushState(penggunaId).then(setState, () => setState('unsupported')), [penggunaId])
  useEffect(look, [look])

  const change = async (act: (penggunaId: string) => Promise<PushState>) => {
    setBusy(true)
    setFailed(false)
    try {
      setState(await act(penggunaId))
    } catch {
      setFailed(true)
      look()
    } finally {
      setBusy(false)
    }
  }
  return { state, busy, failed, turnOn: () => change(turnOnPush), turnOff: () => change(turnOffPush) }
}
