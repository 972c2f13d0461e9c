'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import styles from './record-button.module.css'
import type { VoiceControl } from './use-voice'

/** Milliseconds after which a touch is no tap: it records as long as it lasts. */
const HOLD_MS = 300

/** Begins a recording: a tap until it is stopped, or as long as it is held. */
export function RecordButton({ voice: { start, stop }, disabled }: { voice: VoiceControl; disabled: boolean }) {
  const t = useTranslations('lampiran.rekam')
  const held = useRef<() => void>(undefined)
  useEffect(() => () => held.current?.(), [])

  const onPointerDown = ({ button }: PointerEvent) => {
    if (button !== 0 || disabled) return
    let isHeld = false
    const timer = setTimeout(() => {
      isHeld = true
      start()
    }, HOLD_MS)
    // On the window: the button itself is gone from the screen while it records.
    const release = () => {
      held.current?.()
      if (isHeld) stop()
    }
    held.current = () => {
      clearTimeout(timer)
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
      held.current = undefined
    }
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
  }
  return (
    <Button
      variant="quiet"
      icon="mic"
      iconOnly
      disabled={disabled}
      className={styles.record}
      onPointerDown={onPointerDown}
      onContextMenu={(event) => event.preventDefault()}
      onClick={start}
    >
      {t('tombol')}
    </Button>
  )
}
