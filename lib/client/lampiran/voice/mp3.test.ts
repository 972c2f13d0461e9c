import { parseBuffer } from 'music-metadata'
import { expect, test } from 'vitest'
import { encodeMp3 } from './mp3'
import { MP3_RATE } from './mp3-rate'
import { levelOf, peaksOf } from './peaks'

test('a recording becomes an MP3 of the same length, with one channel', async () => {
  const tone = Float32Array.from({ length: MP3_RATE * 3 }, (_, n) => Math.sin((n / MP3_RATE) * 440 * 2 * Math.PI) / 2)
  const { format } = await parseBuffer(Buffer.concat(encodeMp3(tone)), 'audio/mpeg', { duration: true })
  expect(format).toMatchObject({ container: 'MPEG', codec: 'MPEG 2 Layer 3', numberOfChannels: 1, sampleRate: MP3_RATE })
  expect(format.duration).toBeGreaterThan(2.9)
  expect(format.duration).toBeLessThan(3.2)
})

test('a waveform has at most 64 peaks, its loudest moment at the top and silence at the bottom', () => {
  const levels = Array.from({ length: 3000 }, (_, n) => (n < 1500 ? 0 : 0.4))
  const peaks = peaksOf(levels)
  expect([peaks.length, peaks[0], peaks[63]]).toEqual([64, 0, 100])
  expect(peaksOf([])).toEqual([])
  expect(Math.max(...peaksOf([0.001, 0.002]))).toBeLessThan(10)
})

test('the meter is still in silence and full when somebody shouts', () => {
  expect(levelOf(new Float32Array(512))).toBe(0)
  expect(levelOf(new Float32Array(512).fill(0.9))).toBe(1)
})
