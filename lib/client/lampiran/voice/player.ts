import { createListeners } from '@/lib/client/page/listeners'

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

/** Where a recording can be had, the nearest first: bytes that this page has, then addresses. Where one fails the next is tried. */
export type Sources = readonly (Blob | string)[]

const listeners = createListeners()
let playback: Playback = { key: null, state: 'idle', position: 0, speed: 1 }
let audio: HTMLAudioElement | null = null
/** What is left to be tried. */
let untried: Sources = []
/** The address of the bytes that are being played. */
let address: string | null = null

/** What is heard after a recording has come to its end. */
type Following = (key: string) => { readonly key: string; readonly sources: Sources } | null
let following: Following = () => null

export function setFollowing(after: Following): void {
  following = after
}

const set = (change: Partial<Playback>) => {
  playback = { ...playback, ...change }
  listeners.tell()
}

export const playbackNow = (): Playback => playback

export const subscribePlayback = listeners.hear

/** Plays this recording, or pauses it when it is the one being played; another one that plays stops. */
export function togglePlay(key: string, sources: Sources): void {
  const element = load(key, sources)
  if (playback.state === 'playing' || playback.state === 'loading') element.pause()
  else void play(element)
}

/** Moves to a place of this recording, in seconds; it goes on playing if it was. */
export function seek(key: string, sources: Sources, position: number): void {
  const element = load(key, sources)
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
  untried = []
  dropAddress()
  set({ key: null, state: 'idle', position: 0 })
}

function load(key: string, sources: Sources): HTMLAudioElement {
  audio ??= element()
  if (playback.key !== key || playback.state === 'failed') {
    untried = sources
    loadNext(audio)
    set({ key, state: 'idle', position: 0 })
  }
  return audio
}

/** @returns whether there was another source */
function loadNext(element: HTMLAudioElement): boolean {
  const [source, ...rest] = untried
  untried = rest
  if (source === undefined) return false
  dropAddress()
  if (source instanceof Blob) address = URL.createObjectURL(source)
  element.src = typeof source === 'string' ? source : (address ?? '')
  return true
}

function dropAddress() {
  if (address) URL.revokeObjectURL(address)
  address = null
}

/** The bytes may be gone, or an address: it goes on with the next source, from where it was, if it was playing. */
function failed(element: HTMLAudioElement) {
  if (!element.hasAttribute('src')) return
  const { state, position } = playback
  if (!loadNext(element)) return set({ state: 'failed' })
  element.currentTime = position
  if (state === 'playing' || state === 'loading') void play(element)
}

/** One that was listened to until its end leads to the next; whoever pauses has heard enough. */
function ended() {
  set({ state: 'idle', position: 0 })
  const next = playback.key === null ? null : following(playback.key)
  if (next) togglePlay(next.key, next.sources)
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
  element.addEventListener('ended', ended)
  element.addEventListener('error', () => failed(element))
  document.body.append(element)
  return element
}
