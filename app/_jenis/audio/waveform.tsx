import { useId } from 'react'
import { PUNCAK_MAX } from '@/lib/domain/lampiran'
import styles from './waveform.module.css'

const HEIGHT = 36
const PITCH = 4
/** Where nothing is known of its loudness. */
const FLAT: readonly number[] = Array.from({ length: 40 }, () => 12)
/** More would run together on a narrow phone. */
const BARS = 40

/** How loud a recording is, and how much of it (0 to 1) was heard. A drawing: what can be done with it stands beside it. */
export function Waveform({ puncak, played }: { puncak: readonly number[] | undefined; played: number }) {
  const clip = useId()
  const peaks = puncak && puncak.length > 1 ? joined(puncak) : FLAT
  const width = peaks.length * PITCH
  const d = peaks.map(barOf).join('')
  return (
    <svg className={styles.waveform} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <clipPath id={clip}>
        <rect width={width * played} height={HEIGHT} />
      </clipPath>
      <path d={d} className={styles.all} />
      <path d={d} className={styles.played} clipPath={`url(#${clip})`} />
    </svg>
  )
}

/** The loudest of each few. */
function joined(puncak: readonly number[]): readonly number[] {
  const count = Math.min(BARS, puncak.length)
  const place = (index: number) => Math.floor((index * puncak.length) / count)
  return Array.from({ length: count }, (_, index) => Math.max(...puncak.slice(place(index), place(index + 1))))
}

function barOf(peak: number, index: number): string {
  const half = Math.max(1.5, (Math.min(peak, PUNCAK_MAX) / PUNCAK_MAX) * (HEIGHT / 2 - 2))
  return `M${index * PITCH + PITCH / 2} ${HEIGHT / 2 - half}v${half * 2}`
}
