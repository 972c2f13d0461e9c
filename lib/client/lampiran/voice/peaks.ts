import { PUNCAK_BANYAK, PUNCAK_MAX } from '@/lib/domain/lampiran'

/** Loudness from 0 to 1 for each moment, as the peaks of a waveform; the loudest reaches the top, silence stays flat. */
export function peaksOf(levels: readonly number[]): number[] {
  const count = Math.min(PUNCAK_BANYAK, levels.length)
  const loudest = Math.max(0.05, ...levels)
  return Array.from({ length: count }, (_, index) => {
    const part = levels.slice(Math.floor((index * levels.length) / count), Math.floor(((index + 1) * levels.length) / count))
    return Math.round((Math.max(0, ...part) / loudest) * PUNCAK_MAX)
  })
}

/** How loud a stretch of samples (-1 to 1) is, from 0 to 1: their root mean square, raised so that speech fills the meter. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 3)
}
