import { MP3_RATE } from './mp3-rate'

/** What every phone plays, older ones of Apple too; WebM and Ogg are not among it. */
const PLAYED_EVERYWHERE = /^audio\/(mp4|mpeg)\b/

/**
 * A recording that the other side can play: MP4 as it is, anything else as MP3. Should that fail, the original: better heard by most than by nobody.
 */
export async function toPlayable(isi: Blob): Promise<Blob> {
  if (PLAYED_EVERYWHERE.test(isi.type)) return isi
  try {
    return new Blob(await encodeBeside(await samplesOf(isi)), { type: 'audio/mpeg' })
  } catch {
    return isi
  }
}

/** One channel at the encoder's rate; the browser knows how to decode what it has recorded itself. */
async function samplesOf(isi: Blob): Promise<Float32Array<ArrayBuffer>> {
  const context = new OfflineAudioContext(1, 1, MP3_RATE)
  const decoded = await context.decodeAudioData(await isi.arrayBuffer())
  const mix = new OfflineAudioContext(1, Math.max(1, decoded.length), decoded.sampleRate)
  const source = mix.createBufferSource()
  source.buffer = decoded
  source.connect(mix.destination)
  source.start()
  return (await mix.startRendering()).getChannelData(0).slice()
}

function encodeBeside(samples: Float32Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>[]> {
  const worker = new Worker(new URL('./mp3-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Uint8Array<ArrayBuffer>[]>((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>[]>) => done(data)
    worker.onerror = () => fail(new Error('the encoder did not start'))
    worker.postMessage(samples, [samples.buffer])
  }).finally(() => worker.terminate())
}
