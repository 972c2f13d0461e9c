'use client'

import { useCallback } from 'react'
import { ForWhom } from '@/app/_percakapan/head/for-whom'
import { Percakapan, type PercakapanProps } from '@/app/_percakapan/percakapan'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { hasRoomForPanel } from './room'
import { useRuang } from './ruang-context'

const panel = later(() => import('./panel').then((part) => part.Panel), false)

const WHOM = <ForWhom />
const BESIDE = <Beside />

/** A conversation that stays when another one is shown. */
export function KeptPercakapan(props: Omit<PercakapanProps, 'whom' | 'hidden' | 'beside' | 'onHold'>) {
  const { id } = props.konsultasi
  const { openId, hold } = useRuang()
  const onHold = useCallback((holds: boolean) => hold(id, holds), [id, hold])
  return <Percakapan {...props} whom={WHOM} beside={BESIDE} hidden={openId !== id} onHold={onHold} />
}

function Beside() {
  return hasRoomForPanel.use() && <LaterPart of={panel} />
}
