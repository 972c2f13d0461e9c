export const SPEEDS = [1, 1.5, 2] as const
export type Speed = (typeof SPEEDS)[number]

/** What is being listened to in this page: one recording at a time. */
export interface Playback {
  /** Which one; null before the first. */
  readonly key: string | null
  readonly state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed'
  /** Seconds from its beginning. */
  readonly position: number
  readonly speed: Speed
}

const listeners = new Set<() => void>()
let playback: Playback = { key: null, state: 'idle', position: 0, speed: 1 }
let audio: HTMLAudioElement | null = null

const set = (change: Partial<Playback>) => {
  playback = { ...playback, ...change }
  for (const listener of listeners) listener()
}

export const playbackNow = (): Playback => playback

export function subscribePlayback(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Plays this recording, or pauses it when it is the one being played; another one that plays stops. */
export function togglePlay(key: string, src: string): void {
  const element = load(key, src)
  if (playback.state === 'playing' || playback.state === 'loading') element.pause()
  else void play(element)
}

/** Moves to a place of this recording, in seconds; it goes on playing if it was. */
export function seek(key: string, src: string, position: number): void {
  const element = load(key, src)
  element.currentTime = position
  set({ position })
}

/** For this recording and those after it. */
export function setSpeed(speed: Speed): void {
  if (audio) audio.playbackRate = speed
  set({ speed })
}

/** Silence: the page with it is left. */
export function stopPlaying(): void {
  audio?.pause()
  audio?.removeAttribute('src')
  set({ key: null, state: 'idle', position: 0 })
}

function load(key: string, src: string): HTMLAudioElement {
  audio ??= element()
  if (playback.key !== key || playback.state === 'failed') {
    audio.src = src
    set({ key, state: 'idle', position: 0 })
  }
  return audio
}

async function play(element: HTMLAudioElement) {
  set({ state: 'loading' })
  element.playbackRate = playback.speed
  // A refusal to play arrives as an `error` event too; a pause in between is no error.
  await element.play().catch(() => undefined)
}

/** In the document, so that the system's own media keys and screen readers find it; it outlives the rows of a long list. */
function element(): HTMLAudioElement {
  const element = document.createElement('audio')
  element.hidden = true
  element.preload = 'metadata'
  element.addEventListener('playing', () => set({ state: 'playing' }))
  element.addEventListener('waiting', () => set({ state: 'loading' }))
  element.addEventListener('pause', () => set({ state: 'paused' }))
  element.addEventListener('timeupdate', () => set({ position: element.currentTime }))
  element.addEventListener('ended', () => set({ state: 'idle', position: 0 }))
  element.addEventListener('error', () => element.hasAttribute('src') && set({ state: 'failed' }))
  document.body.append(element)
  return element
}
