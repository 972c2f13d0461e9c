/** Milliseconds until a recording is left to the server to judge. */
const PROBE_MS = 4000

/** Seconds of a recording, and whether it is a film; nulls where this browser cannot tell. */
export async function probeAudio(isi: Blob): Promise<{ durasi: number | null; isFilm: boolean }> {
  const element = document.createElement('video')
  element.preload = 'metadata'
  element.muted = true
  element.src = URL.createObjectURL(isi)
  try {
    await new Promise((done) => {
      element.onloadedmetadata = done
      element.onerror = done
      setTimeout(done, PROBE_MS)
    })
    return { durasi: Number.isFinite(element.duration) ? element.duration : null, isFilm: element.videoWidth > 0 }
  } finally {
    URL.revokeObjectURL(element.src)
    element.removeAttribute('src')
    element.load()
  }
}
