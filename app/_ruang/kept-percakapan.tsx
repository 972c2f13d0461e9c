'use client'

import { useCallback, useMemo } from 'react'
import { ForWhom } from '@/app/_percakapan/head/for-whom'
import type { OpenedProps, Packed } from '@/app/_percakapan/packed-percakapan'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import { hasRoomForPanel } from './room'
import { useRuang } from './ruang-context'

const panel = later(() => import('./panel').then((part) => part.Panel), false)

const WHOM = <ForWhom />
const BESIDE = <Beside />

/** A conversation that stays when another one is shown. */
export function KeptPercakapan({ packed: { json } }: { packed: Packed }) {
  const props = useMemo(() => JSON.parse(json) as OpenedProps, [json])
  const { id } = props.konsultasi
  const { openId, hold } = useRuang()
  const onHold = useCallback((holds: boolean) => hold(id, holds), [id, hold])
  return <Percakapan {...props} whom={WHOM} beside={BESIDE} hidden={openId !== id} onHold={onHold} />
}

function Beside() {
  return hasRoomForPanel.use() && <LaterPart of={panel} />
}
