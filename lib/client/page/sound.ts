/** A soft sound for a new pesan: off unless somebody turned it on in this browser. */

const KEY = 'sapa:bunyi'

/** Two notes that fall, in hertz, and how they sound: seconds and loudness. */
const NOTES = [659.3, 523.3] as const
const NOTE_SECONDS = 0.18
const LOUDNESS = 0.08

/** Several tabs hear of the same pesan: so long, in milliseconds, one sounds for all. */
const ALONE_MS = 1500

let context: AudioContext | null = null

export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

export function setSound(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
  } catch {}
}

/** Browsers let a page sound only after somebody has touched it: the first touch prepares what a later pesan needs. */
export function prepareSound(): () => void {
  const prepare = () => {
    if (isSoundOn()) context ??= new AudioContext()
  }
  addEventListener('pointerdown', prepare)
  addEventListener('keydown', prepare)
  return () => {
    removeEventListener('pointerdown', prepare)
    removeEventListener('keydown', prepare)
  }
}

/** Sounds once for all tabs of this browser, if it may. */
export function sound(): void {
  if (!isSoundOn() || !context) return
  const audio = context
  // Only secure pages have locks.
  if (!navigator.locks) play(audio)
  else
    void navigator.locks.request(KEY, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      play(audio)
      await new Promise((done) => setTimeout(done, ALONE_MS))
    })
}

/** After a click, so that one knows what was chosen. */
export function sampleSound(): void {
  context ??= new AudioContext()
  play(context)
}

function play(audio: AudioContext) {
  for (const [n, frequency] of NOTES.entries()) {
    const at = audio.currentTime + n * NOTE_SECONDS
    const tone = new OscillatorNode(audio, { frequency })
    const gain = new GainNode(audio, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS * 2)
    tone.connect(gain).connect(audio.destination)
    tone.start(at)
    tone.stop(at + NOTE_SECONDS * 2)
  }
}
