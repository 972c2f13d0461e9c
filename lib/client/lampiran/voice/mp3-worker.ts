import { encodeMp3 } from './mp3'

// Minutes of sound take seconds to encode: beside the page, not in it.
addEventListener('message', ({ data }: MessageEvent<Float32Array>) => postMessage(encodeMp3(data)))
