'use client'

import { useEffect, useRef } from 'react'
import type { Recording } from '@/lib/client/lampiran/voice/recording'
import styles from './level-meter.module.css'

const BARS = 48
const PITCH = 4
const HEIGHT = 32

/** Milliseconds of sound for each bar. */
const BAR_MS = 80

/** How loud it is now, and was a moment ago: one sees at once whether the microphone hears anything. */
export function LevelMeter({ recording }: { recording: Recording }) {
  const path = useRef<SVGPathElement>(null)
  useEffect(() => {
    const levels: number[] = Array.from({ length: BARS }, () => 0)
    const timer = setInterval(() => {
      levels.shift()
      levels.push(recording.level)
      path.current?.setAttribute('d', levels.map(barOf).join(''))
    }, BAR_MS)
    return () => clearInterval(timer)
  }, [recording])
  return (
    <svg className={styles.meter} viewBox={`0 0 ${BARS * PITCH} ${HEIGHT}`} preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      <path ref={path} />
    </svg>
  )
}

function barOf(level: number, index: number): string {
  const half = Math.max(1, level * (HEIGHT / 2 - 1))
  return `M${index * PITCH + PITCH / 2} ${HEIGHT / 2 - half}v${half * 2}`
}
