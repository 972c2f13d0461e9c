import { beforeEach, expect, test, vi } from 'vitest'

/** A browser's own, as far as the player needs it. */
class FakeAudio extends EventTarget {
  src = ''
  currentTime = 0
  playbackRate = 1
  hidden = false
  preload = ''
  play = async () => void this.dispatchEvent(new Event('playing'))
  pause = () => void this.dispatchEvent(new Event('pause'))
  hasAttribute = () => this.src !== ''
  removeAttribute = () => {
    this.src = ''
  }
  fail = () => void this.dispatchEvent(new Event('error'))
}

let audio: FakeAudio
let living: Set<string>

beforeEach(() => {
  vi.resetModules()
  audio = new FakeAudio()
  living = new Set()
  let n = 0
  vi.stubGlobal('document', { createElement: () => audio, body: { append: () => undefined } })
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const made = `blob:${++n}`
    living.add(made)
    return made
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void living.delete(url))
})

test('bytes of this page have an address only while they are played: however many are heard, none goes dead', async () => {
  const { togglePlay, stopPlaying, playbackNow } = await import('./player')
  for (let n = 0; n < 50; n++) {
    togglePlay(`suara ${n}`, [new Blob([]), `/api/${n}`])
    expect(living.has(audio.src)).toBe(true)
    expect(living.size).toBe(1)
  }
  togglePlay('suara 0', [new Blob([]), '/api/0'])
  expect([living.has(audio.src), playbackNow().key]).toEqual([true, 'suara 0'])
  stopPlaying()
  expect(living.size).toBe(0)
})

test('where the bytes fail the server is asked, from the same place, and only then it has failed', async () => {
  const { togglePlay, playbackNow } = await import('./player')
  togglePlay('suara', [new Blob([]), '/api/suara'])
  audio.currentTime = 7
  audio.dispatchEvent(new Event('timeupdate'))
  audio.fail()
  expect([audio.src, audio.currentTime, playbackNow().state]).toEqual(['/api/suara', 7, 'playing'])
  audio.fail()
  expect(playbackNow().state).toBe('failed')
})

test('one that was heard to its end leads to the one that follows, at the same speed; one that is paused leads nowhere', async () => {
  const { togglePlay, setFollowing, setSpeed, playbackNow } = await import('./player')
  setFollowing((key) => (key === 'satu' ? { key: 'dua', sources: ['/api/dua'] } : null))
  setSpeed(2)
  togglePlay('satu', ['/api/satu'])
  togglePlay('satu', ['/api/satu'])
  expect(playbackNow()).toMatchObject({ key: 'satu', state: 'paused' })
  togglePlay('satu', ['/api/satu'])
  // As browsers do it at the end of a recording.
  audio.dispatchEvent(new Event('pause'))
  audio.dispatchEvent(new Event('ended'))
  expect(playbackNow()).toMatchObject({ key: 'dua', state: 'playing', position: 0 })
  expect([audio.src, audio.playbackRate]).toEqual(['/api/dua', 2])
  audio.dispatchEvent(new Event('ended'))
  expect(playbackNow()).toMatchObject({ key: 'dua', state: 'idle' })
})
